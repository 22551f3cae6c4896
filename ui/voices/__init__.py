"""The Voices page: what customers said, who answers it and by when, surveys, promises."""
