import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.ts';
import { refer } from '../support/refer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterEach(() => void vi.unstubAllGlobals());
afterAll(async () => await api.stop());

/** A clock that never shows the same instant twice. */
function stubRushingClock(): void {
  const Real = Date;
  let now = Real.now();
  class RushingDate extends Real {
    constructor(...given: [number?]) {
      now += 1;
      super(...((given.length > 0 ? given : [now]) as [number]));
    }
  }
  vi.stubGlobal('Date', RushingDate);
}

it('[D8] access is judged at one moment throughout an operation, also where fragments select the same list', async () => {
  const number = '10041670';
  await refer(await api.as('north.manager'), { number, type: 'CASE_TRANSFER' });
  const south = await api.as('south.manager');
  stubRushingClock();
  const { data, errors } = await south.ask(
    `query ($search: String) { people(search: $search) { nodes { ...Page ...Numbers ...Count } } }
    fragment Page on Person { cases { pageInfo { hasNextPage } } }
    fragment Numbers on Person { cases { nodes { number } } }
    fragment Count on Person { cases { totalCount } }`,
    { search: number },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    people: { nodes: [{ cases: { pageInfo: { hasNextPage: false }, nodes: [{ number }], totalCount: 1 } }] },
  });
});
