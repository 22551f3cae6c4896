"""Facts as text and identities as bytes, the way the file keeps them."""

from fractions import Fraction
from typing import Any

import msgspec
from msgspec.structs import FieldInfo, fields

from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import KINDS, PERSONAL, Fact

_encoder = msgspec.json.Encoder(enc_hook=lambda value: _written(value))
_decoder = msgspec.json.Decoder()


def blob(identity: str) -> bytes:
    """The sixteen bytes of an identity."""
    return bytes.fromhex(identity.replace("-", ""))


def blob_or_none(identity: str | None) -> bytes | None:
    """As `blob`, None and empty being nothing."""
    return blob(identity) if identity else None


def identity(data: bytes) -> str:
    """The identity that sixteen bytes stand for."""
    return dashed(data.hex())


def dashed(digits: str) -> str:
    """An identity from its 32 small hexadecimal digits."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def identity_or_none(data: bytes | None) -> str | None:
    """As `identity`, None being nothing."""
    return identity(data) if data else None


def written(value: object) -> str:
    """A value of the model as JSON; dates as ISO text, exact fractions as "3/2"."""
    return _encoder.encode(value).decode()


def payload(fact: Fact) -> str:
    """What a fact says besides its id and anything personal; whatever has its usual value is left out."""
    said = {name: value for name, usual in _PLAIN[type(fact)] if (value := getattr(fact, name)) != usual}
    return written(said)


def personal(fact: Fact) -> str | None:
    """What a fact says about a person, None when it says nothing."""
    said = {name: _told(value) for name in _PERSONAL[type(fact)] if (value := getattr(fact, name))}
    return written(said) if said else None


def fact_from(kind: str, fact_id: str, *, said: str, about_person: str | None) -> Fact:
    """The fact that was kept as these texts. Raises KeyError for a kind this release does not know."""
    values: dict[str, Any] = _decoder.decode(said)
    if about_person:
        values.update(_decoder.decode(about_person))
    values["id"] = fact_id
    return msgspec.convert(values, KINDS[kind], dec_hook=_read)


def value_from(text: str, kind: Any) -> Any:
    """A value of the model from its JSON."""
    return msgspec.json.decode(text, type=kind, dec_hook=_read)


def _told(value: object) -> object:
    """A profile without what the person did not tell."""
    return (
        {name: text for name in PERSONAL_FIELDS if (text := getattr(value, name))}
        if isinstance(value, Profile)
        else value
    )


def _written(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))


def _read(kind: type, value: Any) -> Any:
    if kind is Fraction:
        return Fraction(value)
    raise NotImplementedError(kind)


def _usual(field: FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _is_personal(field: FieldInfo) -> bool:
    return PERSONAL in getattr(field.type, "__metadata__", ())


_PLAIN = {
    kind: tuple((f.name, _usual(f)) for f in fields(kind) if f.name != "id" and not _is_personal(f))
    for kind in KINDS.values()
}
_PERSONAL = {kind: tuple(f.name for f in fields(kind) if _is_personal(f)) for kind in KINDS.values()}
