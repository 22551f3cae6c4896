"""Lets every property take its time: a busy computer is no fault of what is tested."""

from hypothesis import settings

settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
