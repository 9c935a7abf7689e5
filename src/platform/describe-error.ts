/** What a log entry says of an error: its message may hold client data, so it is left out. */
export type ErrorDescription = { error: string; code?: string; at?: string[] };

/** The name of an error, its code (of PostgreSQL, Prisma or the system), and where it was thrown. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, at: places.slice(0, 8).map((line) => line.trim()) };
}
