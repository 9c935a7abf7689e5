/** A record that came as JSON, with its days and instants as dates, as Prisma gives them; its columns tell by their names which they are. */
export function withDates<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([column, value]) => {
    if (typeof value === 'string' && /(?:At|On|Date)$/.test(column)) return [column, new Date(value)];
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [column, isRecord ? withDates(value as object) : value];
  });
  return Object.fromEntries(entries) as Row;
}
