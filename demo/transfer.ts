import { accepted } from './answer.ts';
import type { Client } from './client.ts';
import type { TransferCaseInput } from './generated/graphql.ts';
import { transferCaseMutation, transferOptionsQuery } from './operations.ts';
import { tell } from './tell.ts';

/**
 * Completes a transfer on Case Details/Transfer, telling each step. Chosen are the new case manager's own office, and the first
 * agreement and location.
 * @param client saves it, for their own organization.
 * @param caseManager the user name of the new case manager.
 */
export async function transferAloud(client: Client, caseId: string, caseManager: string): Promise<void> {
  tell.does(client.username, 'opens Case Details/Transfer');
  const { transferOptions } = await client.request(transferOptionsQuery, { caseId });
  const [agreement] = transferOptions?.agreements.nodes ?? [];
  const [location] = transferOptions?.serviceDeliveryLocations.nodes ?? [];
  const manager = transferOptions?.caseManagers.nodes.find(({ username }) => username === caseManager);
  const office = manager?.office;
  if (agreement === undefined || manager === undefined || !office) {
    throw new Error(`${client.username} cannot transfer the case to ${caseManager}`);
  }
  const chosen = [office.name, manager.name, agreement.number, ...(location ? [location.name] : [])];
  tell.does(client.username, `chooses ${chosen.join(', ')}`);
  const choices: TransferCaseInput = {
    caseId,
    officeId: office.id,
    caseManagerId: manager.id,
    agreementId: agreement.id,
    serviceDeliveryLocationId: location?.id ?? null,
  };

  tell.does(client.username, 'clicks Save');
  const asked = (await client.request(transferCaseMutation, { input: choices })).transferCase;
  if (asked.__typename === 'ConfirmationRequired') tell.answers(`"${asked.message}"`);

  tell.does(client.username, 'clicks OK');
  const input = { ...choices, confirm: true };
  const { message } = accepted((await client.request(transferCaseMutation, { input })).transferCase);
  tell.answers(message);
}
