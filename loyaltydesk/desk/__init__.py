"""The desk: one short method for each thing a person can ask for."""

from loyaltydesk.desk.desk import Desk

__all__ = ["Desk"]
