"""What every fact is: something that happened, with an identity of its own."""

from msgspec import Meta, Struct

from loyaltydesk.model.lots import Movement

PERSONAL = Meta(extra={"personal": True})  # a field kept apart from the chain, so that it can be erased


class Fact(Struct, frozen=True, kw_only=True):
    """Something that happened; `id` is a UUIDv7."""

    id: str

    @property
    def customer_id(self) -> str | None:
        """The customer whose points or person it is about."""
        customer: str | None = getattr(self, "customer", None)
        return customer

    def movements(self) -> tuple[Movement, ...]:
        """What it does to that customer's points, in order."""
        return ()
