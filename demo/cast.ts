import { type Client, signIn } from './client.ts';

/** The sample users of the demo. */
export type Cast = {
  /** A case manager of North Shore Employment Services. */
  north: Client;
  /** Two case managers of South Shore Works Association; the second prefers French. */
  south: Client;
  south2: Client;
  /** A case manager of Annapolis Valley Career Centre. */
  valley: Client;
};

/** Signs everybody in. */
export async function signInCast(url: string): Promise<Cast> {
  const [north, south, south2, valley] = await Promise.all([
    signIn(url, 'north.manager'),
    signIn(url, 'south.manager'),
    signIn(url, 'south.manager2'),
    signIn(url, 'valley.manager'),
  ]);
  return { north, south, south2, valley };
}
