import type { Client } from './client.ts';
import { casesQuery } from './operations.ts';

/** The case that the demo refers and transfers. */
export type ChosenCase = { id: string; number: string; client: { familyName: string; listedName: string } };

/**
 * A case that the user manages and that can be transferred; the first by the client's name.
 * @throws where there is none.
 */
export async function chooseCase(manager: Client): Promise<ChosenCase> {
  const { cases } = await manager.request(casesQuery, {});
  const found = cases.nodes.find(
    ({ status, caseManager }) =>
      caseManager?.username === manager.username && status !== 'FOLLOW_UP' && status !== 'CLOSED',
  );
  if (found === undefined) {
    throw new Error(
      `${manager.username} manages no case that can be transferred. Start the service with an empty data directory.`,
    );
  }
  return { id: found.id, number: found.number, client: found.person };
}
