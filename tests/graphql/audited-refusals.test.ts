import { getNamedType, isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNotificationSubscription } from '../../demo/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { trailLeft } from '../support/audit-trail.ts';
import { globalId, plainId } from '../support/global-id.ts';
import { refer } from '../support/refer.ts';
import { provocations } from './provocations.ts';

/** Refusals that only ask: the same request is accepted once it brings the answer. */
const questions = [
  'ConfirmationRequired',
  'EditsWouldBeLost',
  'PossibleDuplicate',
  'PossibleDuplicatePeople',
  'PrivacyFindingsNotAcknowledged',
];
/** Somebody who may look but not work on cases. */
const reader = { givenName: 'Reid', familyName: 'Reader', roles: ['AUDITOR' as const] };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  for (const name of ['north', 'south']) {
    const { organizationId, email } = await staffOf(`${name}.manager`);
    await api.database.staff.create({
      data: { ...reader, username: `${name}.reader`, organizationId, email },
    });
  }
});
afterAll(async () => await api.stop());

const staffOf = (username: string) => api.database.staff.findUniqueOrThrow({ where: { username } });
const rowOf = plainId;

/** The ids of the records that an input names, whether there are such records or not. */
function idsIn(input: object): string[] {
  const ids = [...JSON.stringify(input).matchAll(/"([^"]+)"/g)]
    .map(([, text = '']) => rowOf(text))
    .filter((id) => /^[0-9a-f-]{36}$/.test(id));
  return [...new Set(ids)].slice(0, 21).toSorted();
}

/** `mutation.Refusal` for everything that the schema says a mutation can refuse, and that somebody provokes. */
const allRefusals = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) => {
  const union = getNamedType(type);
  const answers = isUnionType(union) ? union.getTypes() : [];
  return answers.filter((one) => !one.name.endsWith('Success')).map((one) => `${name}.${one.name}`);
});

describe('a refused mutation is on record, with whom it refused, why, and what the request named', () => {
  it.each(allRefusals)('[D14] %s', async (name) => {
    const [action = '', typename = ''] = name.split('.');
    const provocation = await provocations(api)[name]?.();
    if (provocation === undefined) return;
    const { by, mutation, input } = provocation;
    const visitor = await api.as(by);
    let code = '';
    const events = await trailLeft(api.database, async () => {
      const { data } = await visitor.ask(mutation, { input });
      const answer = (data as Record<string, { __typename: string; code: string }>)[action];
      expect(answer?.__typename).toBe(typename);
      code = answer?.code ?? '';
    });
    // What the answer shows besides is a view, and on record as one.
    const left = events.filter(({ outcome }) => outcome === 'REFUSED');
    if (questions.includes(typename)) {
      expect(left).toEqual([]);
      return;
    }
    const { id, organizationId } = await staffOf(by);
    expect(left).toMatchObject([
      { action, outcome: 'REFUSED', actorId: id, actorOrganizationId: organizationId },
    ]);
    expect(left[0]?.details[0]).toBe(code);
    const others = left[0]?.details.flatMap((detail) => detail.split(':')[1] ?? []) ?? [];
    expect([left[0]?.entityId, ...others].filter(Boolean).toSorted()).toEqual(idsIn(input));
  });
});

describe('what is refused tells an auditor what was attempted', () => {
  const withdraw = `mutation ($input: WithdrawReferralInput!) { withdrawReferral(input: $input) { __typename } }`;

  it('[D14] a stranger’s attempt at a record is on record with its case, its client and who managed it', async () => {
    const { referralId } = await refer(await api.as('north.manager'), {
      number: '50244764',
      type: 'CASE_TRANSFER',
    });
    const found = await api.database.case.findUniqueOrThrow({ where: { number: '50244764' } });
    const stranger = await api.as('valley.manager');
    const left = await trailLeft(api.database, () =>
      stranger.ask(withdraw, { input: { referralId, reason: 'Rosa moved' } }),
    );
    expect(left).toMatchObject([
      {
        ...{ entityType: 'Referral', entityId: rowOf(referralId), caseId: found.id },
        ...{ personId: found.personId, managingOrganizationId: found.organizationId },
        details: ['NOT_FOUND'],
      },
    ]);
  });

  it('[D14] so is one at a record that does not exist, without a case', async () => {
    const referralId = globalId('Referral', '00000000-0000-7000-8000-000000000001');
    const stranger = await api.as('valley.manager');
    const left = await trailLeft(api.database, () =>
      stranger.ask(withdraw, { input: { referralId, reason: 'Rosa moved' } }),
    );
    expect(left).toMatchObject([{ entityId: rowOf(referralId), caseId: null, personId: null }]);
  });

  it('[D14] all records that a request names are, and the fields that were wrong', async () => {
    const ids = [1, 2, 3].map((last) => `00000000-0000-7000-8000-00000000000${last}`);
    const input = { taskIds: ids.map((id) => globalId('HomepageTask', id)) };
    const complete = `mutation ($input: CompleteHomepageTasksInput!) { completeHomepageTasks(input: $input) { __typename } }`;
    const visitor = await api.as('valley.manager');
    expect(await trailLeft(api.database, () => visitor.ask(complete, { input }))).toMatchObject([
      {
        entityId: ids[0],
        details: ['NOT_FOUND', `HomepageTask:${ids[1]}`, `HomepageTask:${ids[2]}`],
      },
    ]);
    const none = await trailLeft(api.database, () => visitor.ask(complete, { input: { taskIds: [] } }));
    expect(none).toMatchObject([{ entityType: null, entityId: null, details: ['INVALID_INPUT', 'taskIds'] }]);
  });

  it('[D14] a refused query or subscription is, too', async () => {
    const { personId, id } = await api.database.case.findUniqueOrThrow({ where: { number: '50244764' } });
    const visitor = await api.as('valley.manager');
    const query = 'query ($id: ID!) { accessOn(personId: $id, date: "2026-01-05") { date } }';
    expect(
      await trailLeft(api.database, () => visitor.ask(query, { id: globalId('Person', personId) })),
    ).toMatchObject([
      { action: 'accessOn', outcome: 'REFUSED', entityId: personId, personId, details: ['NOT_ALLOWED'] },
    ]);
    const caseId = globalId('Case', id);
    const left = await trailLeft(api.database, async () => {
      const notifications = await visitor.stream(caseNotificationSubscription, { caseId });
      await expect(notifications.next(() => true)).rejects.toThrow();
    });
    expect(left).toMatchObject([{ action: 'caseNotificationAdded', outcome: 'REFUSED', caseId: id }]);
  });
});
