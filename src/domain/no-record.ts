/**
 * A condition that no record meets, wherever it stands. An empty `OR` would not do: inside an `AND` Prisma leaves it out, and so
 * lets every record through.
 */
export const noRecord: { OR: { id: { in: string[] } }[] } = { OR: [{ id: { in: [] } }] };
