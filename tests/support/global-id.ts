/** The id that the API gives a record of a type. */
export function globalId(typename: string, id: string): string {
  return Buffer.from(`${typename}:${id}`).toString('base64');
}

/** The id that the record has in the database. */
export function plainId(globalId: string): string {
  const read = Buffer.from(globalId, 'base64').toString();
  return read.slice(read.indexOf(':') + 1);
}
