import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft, organizations, refer, submit } from '../support/refer.ts';
import { act, read, sightOf, startTransfers, type Transfers, takeOver, tasksOf } from './transfers.ts';

const number = '50244764';

// A client is asked for by two organizations, and the case wanders through the network; seen from outside, at a service that
// runs as a process of its own.
describe('A case that is asked for', () => {
  let cast: Transfers;
  let caseId: string;
  let personId: string;
  let toSouth: string;
  let toValley: string;

  beforeAll(async () => {
    cast = await startTransfers();
    const found = await read<{ case: { id: string; person: { id: string } } }>(
      cast.north,
      'query ($number: String!) { case(number: $number) { id person { id } } }',
      { number },
    );
    caseId = found.case.id;
    personId = found.case.person.id;
  }, 90_000);
  afterAll(async () => await cast.end());

  const see = async () => ({
    north: await sightOf(cast.north, number, personId),
    south: await sightOf(cast.south, number, personId),
    valley: await sightOf(cast.valley, number, personId),
  });

  it('[R26] [B8] [B6] is seen as a summary by those asked, who learn of it and what they can do', async () => {
    expect(await see()).toEqual({ north: 'whole', south: 'nothing', valley: 'nothing' });
    ({ referralId: toSouth } = await refer(cast.north, { number, type: 'CASE_TRANSFER' }));
    ({ referralId: toValley } = await refer(cast.north, { number, type: 'CASE_TRANSFER', to: 'valley' }));
    expect(await see()).toEqual({ north: 'whole', south: 'summary', valley: 'summary' });
    const { pendingTransfers } = await read<{ pendingTransfers: { nodes: unknown[] } }>(
      cast.south,
      `{ pendingTransfers(direction: RECEIVED) { nodes {
        referralId referral { id } ageInDays stale case { number status } fromOrganization { name }
        allowedActions { action allowed }
      } } }`,
    );
    expect(pendingTransfers.nodes).toEqual([
      {
        referralId: toSouth,
        referral: null,
        ageInDays: 0,
        stale: false,
        case: { number, status: null },
        fromOrganization: { name: organizations.north },
        allowedActions: expect.arrayContaining([
          { action: 'TRANSFER', allowed: true },
          { action: 'DECLINE', allowed: true },
        ]),
      },
    ]);
    expect((await tasksOf(cast.southAdmin, number)).map(({ type }) => type)).toEqual(['REFERRAL_RECEIVED']);
  });

  it('[D4] is declined with a reason, which the sender is told, and nothing is seen any more', async () => {
    const input = { referralId: toValley, reason: 'There is no place free until spring.' };
    expect((await act(cast.valley, 'declineReferral', input)).__typename).toBe('ConfirmationRequired');
    const answer = await act(cast.valley, 'declineReferral', { ...input, confirm: true });
    expect(answer.__typename).toBe('DeclineReferralSuccess');
    expect(await see()).toEqual({ north: 'whole', south: 'summary', valley: 'nothing' });
    expect((await tasksOf(cast.north, number)).map(({ type }) => type)).toEqual(['REFERRAL_DECLINED']);
    const { node } = await read<{ node: unknown }>(
      cast.north,
      'query ($id: ID!) { node(id: $id) { ... on Referral { status outcome { cause reason } } } }',
      { id: toValley },
    );
    expect(node).toMatchObject({ outcome: { cause: 'DECLINED', reason: input.reason } });
  });

  it('[D3] is asked for again, and the asking is withdrawn', async () => {
    const again = await draft(cast.north, { number, type: 'CASE_TRANSFER', to: 'valley' });
    await submit(cast.north, again.referralId);
    expect((await see()).valley).toBe('summary');
    const input = { referralId: again.referralId, reason: 'The client chose another place.', confirm: true };
    expect((await act(cast.south, 'withdrawReferral', input)).__typename).toBe('NotFound');
    expect((await act(cast.north, 'withdrawReferral', input)).__typename).toBe('WithdrawReferralSuccess');
    expect((await see()).valley).toBe('nothing');
    const [told] = await tasksOf(cast.valleyAdmin, number);
    expect(told).toMatchObject({ type: 'REFERRAL_WITHDRAWN', orgOrPlayer: organizations.north });
  });

  it('[R32] [D6] [D7] goes to one, which ends what the others see; a receipt stays', async () => {
    await refer(cast.north, { number, type: 'CASE_TRANSFER', to: 'valley' });
    expect((await takeOver(cast.south, caseId)).__typename).toBe('TransferCaseSuccess');
    expect(await see()).toEqual({ north: 'nothing', south: 'whole', valley: 'nothing' });
    const told = await tasksOf(cast.north, number);
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CASE_TRANSFERRED', 'REFERRAL_SUPERSEDED']),
    );
    expect(JSON.stringify(told)).not.toContain('Diaz');
    const { transferReceipts } = await read<{ transferReceipts: { nodes: unknown[] } }>(
      cast.north,
      '{ transferReceipts { nodes { caseNumber toOrganization { name } } } }',
    );
    expect(transferReceipts.nodes).toEqual([
      { caseNumber: number, toOrganization: { name: organizations.south } },
    ]);
  });

  it('[D5] is moved by Employment Nova Scotia, for a reason that the previous organization does not see', async () => {
    const viewer = await read<{ viewer: { organization: { id: string } } }>(
      cast.valley,
      '{ viewer { organization { id } } }',
    );
    const organizationId = viewer.viewer.organization.id;
    const { transferOptions: offered } = await read<{
      transferOptions: Record<'offices' | 'caseManagers' | 'agreements', { nodes: { id: string }[] }>;
    }>(
      cast.ens,
      `query ($caseId: ID!, $organizationId: ID!) {
        transferOptions(caseId: $caseId, organizationId: $organizationId) {
          offices { nodes { id } } caseManagers { nodes { id } } agreements { nodes { id } }
        }
      }`,
      { caseId, organizationId },
    );
    const input = {
      caseId,
      organizationId,
      officeId: offered.offices.nodes[0]?.id,
      caseManagerId: offered.caseManagers.nodes[0]?.id,
      agreementId: offered.agreements.nodes[0]?.id,
      confirm: true,
    };
    expect((await act(cast.ens, 'transferCase', input)).__typename).toBe('InvalidInput');
    const reason = 'The client has moved to the Valley.';
    const answer = await act(cast.ens, 'transferCase', { ...input, reason });
    expect(answer.__typename).toBe('TransferCaseSuccess');
    expect(await see()).toEqual({ north: 'nothing', south: 'nothing', valley: 'whole' });
    const why = `query ($number: String!) { case(number: $number) { transfers(first: 1) { nodes { reason } } } }`;
    expect(await read(cast.valley, why, { number })).toEqual({
      case: { transfers: { nodes: [{ reason }] } },
    });
    expect(await read(cast.south, why, { number })).toEqual({ case: null });
  });

  it('[B10] could be seen by these and no others today, as an auditor learns', async () => {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Halifax' }).format(new Date());
    const asOf = `query ($personId: ID!, $date: Date!) {
      accessOn(personId: $personId, date: $date) { entries { relation organization { name } } }
    }`;
    const { accessOn } = await read<{
      accessOn: { entries: { relation: string; organization: { name: string } }[] };
    }>(cast.auditor, asOf, { personId, date });
    const seen = accessOn.entries.map(({ relation, organization }) => `${organization.name}: ${relation}`);
    expect(new Set(seen)).toEqual(
      new Set([
        expect.stringContaining('NETWORK_ADMINISTRATOR'),
        `${organizations.north}: MANAGES`,
        `${organizations.south}: OPEN_CASE_TRANSFER`,
        `${organizations.south}: MANAGES`,
        `${organizations.valley}: OPEN_CASE_TRANSFER`,
        `${organizations.valley}: MANAGES`,
      ]),
    );
    const { errors } = await cast.north.ask(asOf, { personId, date });
    expect(errors).toHaveLength(1);
  });

  it('[R28] is found by a name typed almost right, by those who see it alone', async () => {
    const search = 'query ($search: String!) { cases(search: $search) { nodes { number } } }';
    for (const typed of ['Rosa Diaz', 'diaz, rosa', 'Roas Diaz', 'Rosa Daiz']) {
      expect(await read(cast.valley, search, { search: typed })).toEqual({ cases: { nodes: [{ number }] } });
      expect(await read(cast.north, search, { search: typed })).toEqual({ cases: { nodes: [] } });
    }
  });

  it('[B9] goes with a whole caseload to a colleague, first on trial, and each is told once', async () => {
    const who = '{ viewer { staffMember { id office { id } } } }';
    type Who = { viewer: { staffMember: { id: string; office: { id: string } } } };
    const from = (await read<Who>(cast.valley, who)).viewer.staffMember;
    const to = (await read<Who>(cast.valley2, who)).viewer.staffMember;
    const input = { fromCaseManagerId: from.id, toCaseManagerId: to.id, toOfficeId: to.office.id };
    const trial = await act(
      cast.valleyAdmin,
      'transferCaseload',
      { ...input, dryRun: true },
      'preview { total wouldBeMoved }',
    );
    const { total, wouldBeMoved } = trial.preview as { total: number; wouldBeMoved: number };
    expect(wouldBeMoved).toBe(total);
    expect(total).toBeGreaterThan(1);
    const run = await act(
      cast.valleyAdmin,
      'transferCaseload',
      { ...input, confirm: true },
      'caseloadTransfer { id }',
    );
    const { id } = run.caseloadTransfer as { id: string };
    const result =
      'query ($id: ID!) { node(id: $id) { ... on CaseloadTransfer { moved refused pending finishedAt } } }';
    await expect
      .poll(async () => await read(cast.valleyAdmin, result, { id }), { timeout: 20_000 })
      .toEqual({ node: { moved: total, refused: 0, pending: 0, finishedAt: expect.any(String) } });
    const manages = 'query ($number: String!) { case(number: $number) { caseManager { id } } }';
    expect(await read(cast.valley, manages, { number })).toEqual({ case: { caseManager: { id: to.id } } });
    const digests = (await tasksOf(cast.valley2, '')).filter(({ type }) => type === 'CASELOAD_RECEIVED');
    expect(digests).toHaveLength(1);
    expect(digests[0]?.message).toContain(String(total));
  });

  it('leaves no client’s name behind in what the service has printed', () => {
    const output = cast.story.service.output();
    expect(output).toContain('Handoff is ready.');
    expect(output).not.toMatch(/rosa|diaz/i);
  });
});
