"""Commands about campaigns: what is done for a group of customers, and what came of it."""

import json
from collections.abc import Iterable
from typing import Any, TextIO, TypedDict, Unpack

import click
import msgspec

from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.model.campaigns import (
    APART,
    MOST,
    Campaign,
    CampaignGift,
    CampaignKind,
    Chosen,
    LeftOut,
    Plan,
    Subject,
)
from loyaltydesk.model.insights import Group
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.campaigns import SUBJECTS, gift_name, kind_text, left_out_text, result_text
from loyaltydesk.words.formats import BabelFormats

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


class Asked(TypedDict):
    """Which campaign is asked for, and for whom."""

    kind: str
    customers: tuple[str, ...]
    from_file: TextIO | None
    group: str
    subject: str
    reward: str | None
    money: str | None
    percent: int | None
    name: str
    days: int | None
    apart: int
    most: int
    by_post: bool


@click.group()
def campaigns() -> None:
    """Vouchers, cards and calls for a whole group of customers, and what came of them."""


@campaigns.command("list")
@JSON
@click.pass_context
def list_campaigns(context: click.Context, as_json: bool) -> None:
    """Lists the campaigns, the newest first, with what came of each."""
    with opened(context, writes=False) as desk:
        found = [(each, desk.campaigns.result(each.id)) for each in desk.campaigns.all()]
        formats = _formats(desk)
    if as_json:
        _print([{**_told(each), "result": msgspec.to_builtins(result)} for each, result in found])
        return
    for each, result in found:
        kind, subject = kind_text(each.plan.kind), tr(SUBJECTS[each.plan.subject])
        told = result_text(each, result, formats)
        click.echo("\t".join((each.begun.date().isoformat(), kind, subject, each.plan.group, told, each.id)))


@campaigns.command("begin")
@click.argument("kind", type=click.Choice([each.value for each in CampaignKind]))
@click.option("--customer", "customers", multiple=True, help="One of them, by id or card number; may be repeated.")
@click.option("--from-file", type=click.File(encoding="utf-8"), help="Ids or card numbers, one to a line; - is stdin.")
@click.option("--group", default="", help="The key of a group, such as slipping: all of it, where nobody is named.")
@click.option("--subject", type=click.Choice([each.value for each in Subject]), default=Subject.MISS_YOU.value)
@click.option("--reward", help="The voucher is for this reward of the programme.")
@click.option("--money", help="The voucher is for so much money, such as 5.00.")
@click.option("--percent", type=int, help="The voucher is for so many percent.")
@click.option("--name", default="", help="What a voucher for money or percents is called.")
@click.option("--days", type=int, help="For so many days the voucher is good.")
@click.option("--apart", default=APART, show_default=True, help="Nobody who had the same within so many days.")
@click.option("--most", default=MOST, show_default=True, help="Not more than so many customers.")
@click.option("--by-post", is_flag=True, help="Only customers with an address.")
@click.option("--key", default="", help="The same key again gives the campaign that was begun with it.")
@click.option("--dry-run", is_flag=True, help="Only says who would get it.")
@JSON
@click.pass_context
def begin_campaign(context: click.Context, key: str, dry_run: bool, as_json: bool, **asked: Unpack[Asked]) -> None:
    """Begins a campaign: vouchers, greetings or calls for some customers, all of it or nothing."""
    with opened(context, writes=not dry_run) as desk:
        formats = _formats(desk)
        plan, customers = _plan(asked, desk, formats), _customers(asked, desk)
        if dry_run:
            _tell_chosen(desk.campaigns.preview(plan, customers), formats, as_json=as_json)
            return
        campaign = desk.campaigns.begin(plan, customers, key=key)
    if as_json:
        _print(_told(campaign))
        return
    words = tr_n("{n} customer gets it: {campaign}", "{n} customers get it: {campaign}", campaign.people)
    click.echo(words.format(n=formats.number(campaign.people), campaign=campaign.id))
    _tell_left_out(campaign.left_out, formats)


@campaigns.command("stop")
@click.argument("campaign")
@click.pass_context
def stop_campaign(context: click.Context, campaign: str) -> None:
    """Ends a campaign; vouchers of it that nobody has used count no more."""
    with opened(context) as desk:
        count, formats = desk.campaigns.stop(campaign), _formats(desk)
    words = tr_n("Stopped. {n} voucher counts no more.", "Stopped. {n} vouchers count no more.", count)
    click.echo(words.format(n=formats.number(count)))


def _formats(desk: Desk) -> BabelFormats:
    return BabelFormats(active().language, desk.shop.programme.currency)


def _plan(asked: Asked, desk: Desk, formats: BabelFormats) -> Plan:
    return Plan(
        CampaignKind(asked["kind"]),
        asked["group"],
        Subject(asked["subject"]),
        _gift(asked, desk, formats),
        asked["apart"],
        asked["most"],
        asked["by_post"],
    )


def _gift(asked: Asked, desk: Desk, formats: BabelFormats) -> CampaignGift | None:
    """The voucher; None where nothing is asked for. Raises BadRequest for an amount that is none."""
    money, percent, reward = asked["money"], asked["percent"], asked["reward"]
    if [money, percent, reward].count(None) < 2:
        raise click.UsageError(tr("A voucher is for a reward, for money or for percents."))
    if reward is not None:
        return CampaignGift(reward, valid_days=asked["days"])
    if money is None and percent is None:
        return None
    minor = desk.shop.programme.currency.amount(money) if money is not None else 0
    gift = CampaignGift("", minor, percent or 0, asked["name"], asked["days"])
    return gift if gift.name else msgspec.structs.replace(gift, name=gift_name(gift, formats))


def _customers(asked: Asked, desk: Desk) -> Iterable[str]:
    """The ids of those who are named, or of the whole group. Raises UnknownCustomer or UnknownCard."""
    lines = asked["from_file"].read().splitlines() if asked["from_file"] else []
    told = [*asked["customers"], *(line.strip() for line in lines if line.strip())]
    if not told and asked["group"] in tuple(Group):
        return desk.insights.group(Group(asked["group"]))
    if not told:
        raise click.UsageError(tr("Say which customers: by --group, --customer or --from-file."))
    return [named(desk, each) for each in told]


def _told(campaign: Campaign) -> dict[str, Any]:
    """A campaign for another program."""
    told: dict[str, Any] = msgspec.to_builtins(campaign)
    return {**told, "left_out": dict(told["left_out"])}


def _tell_chosen(chosen: Chosen, formats: BabelFormats, *, as_json: bool) -> None:
    if as_json:
        told = {"customers": [person.id for person in chosen.people], "left_out": dict(chosen.left_out)}
        _print({**told, "worth": chosen.worth, "estimated": chosen.estimated})
        return
    words = tr_n("{n} customer would get it.", "{n} customers would get it.", len(chosen.people))
    click.echo(words.format(n=formats.number(len(chosen.people))))
    _tell_left_out(chosen.left_out, formats)


def _tell_left_out(counts: tuple[tuple[LeftOut, int], ...], formats: BabelFormats) -> None:
    if counts:
        click.echo(tr("Left out: {reasons}").format(reasons=left_out_text(counts, formats)))


def _print(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


COMMANDS = (campaigns,)
