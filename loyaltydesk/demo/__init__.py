"""A demo shop: invented customers and a year of believable purchases, to look around in and to try things with."""

from loyaltydesk.demo.making import Demo, make_demo

__all__ = ["Demo", "make_demo"]
