import type { CatalogueItem } from './read-catalogue.ts';

/**
 * What differs between the database that the migrations make and the one that the Prisma schema describes, one line for each.
 * Things that a Prisma schema cannot say may be in the first alone.
 */
export function compareCatalogues(migrated: CatalogueItem[], described: CatalogueItem[]): string[] {
  const before = index(migrated);
  const after = index(described);
  // What misses with the table or column that it is part of need not be said too.
  const couldBeIn = (items: Map<string, CatalogueItem>, { within }: CatalogueItem) =>
    within === null || items.has(within);

  const missing = described
    .filter((item) => !before.has(key(item)) && couldBeIn(before, item))
    .map((item) => `${say(item)}: in prisma/schema.prisma, but no migration makes it`);
  const surplus = migrated
    .filter((item) => !after.has(key(item)) && couldBeIn(after, item) && !item.beyondPrisma)
    .map((item) => `${say(item)}: made by the migrations, but not in prisma/schema.prisma`);
  const different = described.flatMap((item) => {
    const made = before.get(key(item))?.definition;
    return made === undefined || made === null || made === item.definition
      ? []
      : [
          `${item.kind} ${item.name}: prisma/schema.prisma says ${item.definition}, the migrations make ${made}`,
        ];
  });
  return [...missing, ...surplus, ...different];
}

function index(items: CatalogueItem[]): Map<string, CatalogueItem> {
  return new Map(items.map((item) => [key(item), item]));
}

function key({ kind, name }: CatalogueItem): string {
  return `${kind} ${name}`;
}

function say({ kind, name, definition }: CatalogueItem): string {
  return definition ? `${kind} ${name} (${definition})` : `${kind} ${name}`;
}
