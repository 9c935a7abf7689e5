import type { Cast } from './cast.ts';
import type { ChosenCase } from './choose-case.ts';
import { draftReferral } from './draft-referral.ts';
import { caseQuery, casesQuery, peopleQuery } from './operations.ts';
import { submitAloud } from './submit-aloud.ts';
import { tell } from './tell.ts';

/** A referral for a service at another organization of the network: it gets the person record, the case stays. */
export async function referWithin({ north, valley }: Cast, chosen: ChosenCase): Promise<void> {
  tell.chapter('1. Informational (within LaMPSS): a service elsewhere in the network, the case stays');
  tell.does(
    north.username,
    `opens the Referrals screen of case ${chosen.number}, ${chosen.client.listedName}`,
  );
  const { case: screen } = await north.request(caseQuery, { number: chosen.number });
  tell.answers(
    `${screen?.program?.label}, Case Manager ${screen?.caseManager?.name}, ${screen?.office?.name}, ` +
      `${screen?.referrals?.totalCount ?? 0} referrals so far`,
  );
  tell.does(north.username, 'adds a referral and chooses Annapolis Valley Career Centre from the list');
  const draft = await draftReferral(north, {
    caseId: chosen.id,
    type: 'INFORMATIONAL_WITHIN',
    organization: 'Annapolis Valley Career Centre',
    contactName: 'Heather Lockhart',
  });
  await submitAloud(north, chosen.id, draft);

  const search = chosen.client.familyName;
  tell.does(valley.username, `searches for ${search}`);
  const { people } = await valley.request(peopleQuery, { search });
  const { cases } = await valley.request(casesQuery, { search });
  tell.answers(`person records: ${people.totalCount}, cases: ${cases.totalCount}`);
}

/** A referral, in French, to an organization that does not use the system: nobody gains access. */
export async function referOutside({ north }: Cast, chosen: ChosenCase): Promise<void> {
  tell.chapter('2. Informational (outside LaMPSS): an organization outside the network, in French');
  tell.does(north.username, 'adds a referral, chooses French and types the organization');
  const draft = await draftReferral(north, {
    caseId: chosen.id,
    type: 'INFORMATIONAL_OUTSIDE',
    organization: 'Centre de pêche de Chéticamp',
    contactName: 'Mr. Sample',
    emailTo: 'sample@sample.example',
    language: 'FR',
  });
  await submitAloud(north, chosen.id, draft);
}
