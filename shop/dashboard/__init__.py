"""Our fork of Oscar's dashboard: it looks for forms here first."""
