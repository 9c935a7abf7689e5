/** How far what caused an error is looked for. */
const deepest = 6;

/** What the driver says, and gives no code, of a connection that broke or was not had in time; PostgreSQL's code for each. */
const driverSays = new Map([
  ['Connection terminated unexpectedly', '08006'],
  ['Client has encountered a connection error and is not queryable', '08006'],
  ['Connection terminated due to connection timeout', '08001'],
  ['timeout exceeded when trying to connect', '08001'],
]);

/**
 * The codes of an error and of what caused it, the nearest first: PostgreSQL's, Prisma's, the system's. No other texts are looked at: they
 * change, and hold what nobody is to see.
 */
export function errorCodes(error: unknown): string[] {
  return causesOf(error).flatMap((part) => {
    const { code, originalCode, kind, message } = asRecord(part);
    return [code, originalCode, kind, driverSays.get(String(message))].filter(
      (one) => typeof one === 'string',
    );
  });
}

/** An error, what caused it, what caused that, and so on. */
export function causesOf(error: unknown): unknown[] {
  const found: unknown[] = [];
  let level: unknown[] = [error];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    found.push(...level);
    level = level.flatMap((part) => {
      const { cause, originalError, meta } = asRecord(part);
      return [cause, originalError, asRecord(meta).driverAdapterError].filter((one) => one !== undefined);
    });
  }
  return found;
}

function asRecord(part: unknown): Record<string, unknown> {
  return typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
}
