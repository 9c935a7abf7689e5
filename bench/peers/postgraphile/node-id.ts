/** The id that PostGraphile's Amber preset gives a record. */
export function nodeId(typename: string, id: string): string {
  return Buffer.from(JSON.stringify([typename, id])).toString('base64');
}
