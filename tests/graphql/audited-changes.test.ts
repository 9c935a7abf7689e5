import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { trailLeft } from '../support/audit-trail.ts';
import { act } from './access-matrix/attempt.ts';
import { successes } from './successes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(async () => await api.stop());

describe('every mutation that changes something is on record, with who did it', () => {
  it.each(Object.keys(schema.getMutationType()?.getFields() ?? {}))('[D14] %s', async (mutation) => {
    const success = await successes(api)[mutation]?.();
    if (success === undefined) throw new Error(`tests/graphql/successes.ts does not say how to ${mutation}`);
    const { by, input } = success;
    const visitor = await api.as(by);
    const left = await trailLeft(api.database, () => act(visitor, mutation, input));
    const { id, organizationId } = await api.database.staff.findUniqueOrThrow({ where: { username: by } });
    const done = left.filter(({ outcome }) => outcome === 'DONE');
    expect(done).not.toEqual([]);
    for (const event of done) {
      expect(event).toMatchObject({ actorId: id, actorOrganizationId: organizationId });
      expect(event.action).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z.]+$/);
      expect(event.entityId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
