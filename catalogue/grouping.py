"""Product groups of the criteria in force, and Oscar's categories after them."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from .models import Category, CriteriaGeneration, Product, ProductGroup

DATA = Path(__file__).resolve().parent / "programme" / "data"


def generation_on(day=None):
    """The generation of criteria in force on `day` (today), or None."""
    day = day or timezone.localdate()
    in_force = CriteriaGeneration.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)
    return in_force.order_by("-valid_from").first()


@transaction.atomic
def load_groups():
    """Load or refresh both generations with their mapping; returns the number of groups."""
    generations = {}
    for row in _rows("generations.csv"):
        generations[row["code"]] = CriteriaGeneration.objects.update_or_create(
            code=row["code"],
            defaults={
                "legal_basis": row["legal_basis"],
                "valid_from": date.fromisoformat(row["valid_from"]),
                "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            },
        )[0]
    groups, successors = {}, {}
    for row in _rows("groups.csv"):
        groups[row["code"]] = ProductGroup.objects.update_or_create(
            code=row["code"],
            defaults={
                "generation": generations[row["generation"]],
                "sector_number": int(row["sector_number"]),
                "sector_vi": row["sector"],
                "sector_en": row["sector_en"],
                "name_vi": row["name"],
                "name_en": row["name_en"],
                "legal_class": row["legal_class"],
                "verified": row["verified"] == "1",
            },
        )[0]
        successors[row["code"]] = list(filter(None, row["successors"].split(";")))
    for code, names in successors.items():
        groups[code].successors.set([groups[name] for name in names])
    sync_categories()
    return len(groups)


@transaction.atomic
def sync_categories(day=None):
    """Make Oscar's category tree the sectors and groups in force on `day`; products follow their group."""
    generation = generation_on(day)
    if generation is None:
        return
    for group in generation.groups.order_by("sector_number", "pk"):
        sector = Category.objects.filter(depth=1, name=group.sector_vi).first()
        sector = sector or Category.add_root(name=group.sector_vi)
        leaf = sector.get_children().filter(name=group.name_vi).first() or sector.add_child(
            name=group.name_vi
        )
        through = Product.categories.through
        have = set(through.objects.filter(category=leaf).values_list("product_id", flat=True))
        wanted = set(Product.objects.filter(group=group).values_list("pk", flat=True))
        through.objects.filter(category=leaf, product_id__in=have - wanted).delete()
        through.objects.bulk_create(
            [through(product_id=pk, category_id=leaf.pk) for pk in wanted - have], batch_size=1000
        )


def categorise(product):
    """File one product under the category of its group, and of no other group; no category, no change."""
    group = product.group
    leaf = group and Category.objects.filter(depth=2, name=group.name_vi).first()
    if leaf:
        product.categories.set([leaf])


def _rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
