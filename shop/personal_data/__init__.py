"""The personal-data desk: what a person may see, copy, take back, have corrected or erased."""
