"""What there is to say to a customer: a headline and a hint for the one at the till."""

from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.words.catalogue import tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.pledges import pledge_saying
from loyaltydesk.words.reasons import points_text
from loyaltydesk.words.saying import Saying
from loyaltydesk.words.voices import overdue_saying, to_tell


def saying(prompt: Prompt, formats: Formats) -> Saying:
    """A prompt in words."""
    if prompt.pledge:
        return pledge_saying(prompt.pledge, prompt.days, formats)
    if prompt.voice and prompt.kind is PromptKind.VOICE_OVERDUE:
        return overdue_saying(prompt.voice, -prompt.days, formats)
    if prompt.voice:
        return Saying(to_tell(prompt.voice), tr("Tell them: “{answer}”").format(answer=prompt.voice.answer))
    if prompt.kind is PromptKind.BIRTHDAY:
        return Saying(_birthday(prompt.days), tr("Wish them well"))
    if prompt.kind is PromptKind.NAME_DAY:
        return Saying(_name_day(prompt.days), tr("Wish them well"))
    if prompt.kind is PromptKind.VOUCHER_ENDS:
        ends = tr("{voucher}: {when}").format(voucher=prompt.name, when=_ends(prompt.days))
        return Saying(ends, tr("Offer to use it on this purchase"))
    if prompt.kind is PromptKind.POINTS_END:
        points = points_text(prompt.points, formats)
        return Saying(
            tr("{points}: {when}").format(points=points, when=_ends(prompt.days)), tr("Offer to use them today")
        )
    if prompt.kind is PromptKind.REWARD:
        points = points_text(prompt.points, formats)
        return Saying(
            tr("Enough points for: {reward}").format(reward=prompt.name), tr("It costs {points}").format(points=points)
        )
    if prompt.kind is PromptKind.WELCOME_BACK:
        weeks = -prompt.days // 7
        away = tr_n("Not seen for {n} week", "Not seen for {n} weeks", weeks).format(n=formats.number(weeks))
        return Saying(away, tr("Say that it is good to see them again"))
    return Saying(tr("First purchase with the card"), tr("Say how points are collected and what they bring"))


def prompt_text(prompt: Prompt, formats: Formats) -> str:
    """A prompt as one line."""
    words = saying(prompt, formats)
    return tr("{headline}. {hint}.").format(headline=words.headline, hint=words.hint)


def _birthday(days: int) -> str:
    if days == 0:
        return tr("Birthday today")
    if days == 1:
        return tr("Birthday tomorrow")
    if days == -1:
        return tr("Birthday was yesterday")
    if days < 0:
        return tr_n("Birthday was {n} day ago", "Birthday was {n} days ago", -days).format(n=-days)
    return tr_n("Birthday in {n} day", "Birthday in {n} days", days).format(n=days)


def _name_day(days: int) -> str:
    if days == 0:
        return tr("Name day today")
    if days == 1:
        return tr("Name day tomorrow")
    if days == -1:
        return tr("Name day was yesterday")
    if days < 0:
        return tr_n("Name day was {n} day ago", "Name day was {n} days ago", -days).format(n=-days)
    return tr_n("Name day in {n} day", "Name day in {n} days", days).format(n=days)


def _ends(days: int) -> str:
    if days == 0:
        return tr("last day today")
    return tr_n("ends in {n} day", "ends in {n} days", days).format(n=days)
