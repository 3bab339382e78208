"""Groups of tours that buy on the site: the code they bring along, and what their tour is credited with."""
