"""Campaigns as the shop's own people read them: what is done, what about, who is left out, and what came of it."""

from loyaltydesk.model.campaigns import Campaign, CampaignGift, CampaignKind, CampaignResult, LeftOut, Subject
from loyaltydesk.words.catalogue import mark, tr, tr_n, trc
from loyaltydesk.words.formats import Formats

SUBJECTS: dict[str, str] = {
    Subject.MISS_YOU: mark("We miss you"),
    Subject.THANK_YOU: mark("Thank you for being with us"),
    Subject.WELCOME: mark("Welcome"),
    Subject.FIRST_PURCHASE: mark("Come and try us"),
}
LEFT_OUT = {
    LeftOut.GONE: mark("not known any more"),
    LeftOut.BLOCKED: mark("blocked"),
    LeftOut.NOT_WANTED: mark("want no greetings or calls"),
    LeftOut.NO_CONSENT: mark("did not agree to greetings"),
    LeftOut.NO_OFFERS: mark("in the test group without offers"),
    LeftOut.NO_PHONE: mark("no phone number and no e-mail"),
    LeftOut.NO_ADDRESS: mark("no address"),
    LeftOut.RECENT: mark("had something like it lately"),
    LeftOut.TOO_MANY: mark("more than the limit"),
}

# What can be wrong with something asked for about campaigns (BadRequest).
CAMPAIGN_REASONS = {
    "no_such_campaign": mark("There is no such campaign: “{field}”."),
    "nobody_left": mark("Nobody of these customers may get it now."),
}


def kind_text(kind: CampaignKind) -> str:
    """What each of the customers gets, in a word."""
    return {
        CampaignKind.VOUCHERS: tr("Vouchers"),
        CampaignKind.GREETINGS: trc("greetings", "Cards"),  # a loyalty card is another word in some languages
        CampaignKind.CALLS: tr("Calls"),
    }[kind]


def gift_name(gift: CampaignGift, formats: Formats) -> str:
    """What a voucher for money or a percentage is called where nobody named it."""
    if gift.percent:
        return tr("{percent}% off your next purchase").format(percent=formats.number(gift.percent))
    return tr("{money} off your next purchase").format(money=formats.money(gift.money))


def left_out_text(counts: tuple[tuple[LeftOut, int], ...], formats: Formats) -> str:
    """Who is left out and why: did not agree to greetings: 3, blocked: 1; empty for nobody."""
    parts = (tr("{reason}: {n}").format(reason=tr(LEFT_OUT[why]), n=formats.number(count)) for why, count in counts)
    return ", ".join(parts)


def result_text(campaign: Campaign, result: CampaignResult, formats: Formats) -> str:
    """What came of a campaign, in one line; what there was none of is not told."""
    number = formats.number
    back = tr("{n} of {all} came back").format(n=number(result.came_back), all=number(result.people))
    parts = [
        (tr_n("{n} printed", "{n} printed", result.printed), result.printed),
        (tr_n("{n} sent", "{n} sent", result.sent), result.sent),
        (tr_n("{n} reached by phone", "{n} reached by phone", result.reached), result.reached),
    ]
    told = [back, *(words.format(n=number(count)) for words, count in parts if count)]
    if result.vouchers:
        words = tr_n("{n} of {all} voucher used", "{n} of {all} vouchers used", result.vouchers)
        told.append(words.format(n=number(result.used), all=number(result.vouchers)))
    if campaign.stopped:
        told.append(tr("stopped"))
    return " · ".join(told)
