import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { attempt } from '../graphql/access-matrix/attempt.ts';
import { giveTasks } from '../graphql/access-matrix/records.ts';
import { type Scene, setScene } from '../graphql/access-matrix/scene.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { plainId } from '../support/global-id.ts';
import { type Canary, setCanaries } from './access/canaries.ts';
import { asViewer, claimsOfMutations, claimsOfSubscriptions, tries } from './access/changes.ts';
import { classified, coordinates, isList } from './access/claim-of.ts';
import { type Claim, holds } from './access/claims.ts';
import { type Entry, entriesOf } from './access/entries.ts';
import { hearNews, newsOf } from './access/hear-news.ts';
import { gathered, judge, type Walk } from './access/judge.ts';
import { type Look, look } from './access/look.ts';
import { type RecordIds, recordIds } from './access/record-ids.ts';
import { unseen } from './access/unseen.ts';
import { type RoleViewer, signInEveryRole } from './access/viewers.ts';
import { nodeTypes } from './hostile/operations.ts';

let api: TestApi;
let scene: Scene;
let viewers: RoleViewer[];
let records: RecordIds;
let canaries: Canary[];
/** Kept, and shown by no field. */
const hidden = new Set(['130692544', '0077123456']);
/** What each viewer was given by the entries of each name. */
let walks: Walk[];
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  scene = await setScene(api);
  canaries = await setCanaries(scene);
  viewers = await signInEveryRole(api);
  records = await recordIds(scene);
  expect([...Object.keys(records), ...notByThemselves].toSorted()).toEqual(nodeTypes().toSorted());
  const about = { caseId: plainId(scene.ids.case), referralId: plainId(scene.ids.submitted) };
  await giveTasks(api, viewers.map(asViewer), about);
  const entries = entriesOf(scene, records);
  walks = (await Promise.all(viewers.map((viewer) => lookEverywhere(viewer, entries)))).flat();
}, 180_000);
afterAll(async () => await api.stop());

/** Everybody has tasks of their own, and gets to them by the list. */
const notByThemselves = ['HomepageTask'];

async function lookEverywhere(viewer: RoleViewer, entries: Entry[]) {
  const byName = new Map<string, Look>();
  for (const entry of entries) {
    const found = await look(viewer, entry);
    const before = byName.get(entry.name);
    byName.set(entry.name, before === undefined ? found : together(before, found));
  }
  return [...byName].map(([entry, found]) => ({ viewer, entry, found }));
}

const together = (one: Look, other: Look): Look => ({
  text: one.text + other.text,
  seen: new Map([...one.seen, ...other.seen]),
  failures: [...one.failures, ...other.failures],
});

describe('[R24] [R26] [R32] [D7] [D8] every field, by introspection, as every role from everywhere', () => {
  it('is in the classification, and nothing else is', () => {
    const lost = coordinates().filter((one) => !classified().includes(one));
    expect(lost.map((one) => `say in tests/proof/access/classification.ts what ${one} shows`)).toEqual([]);
    expect(classified().filter((one) => !coordinates().includes(one))).toEqual([]);
    expect(classified().length).toBe(new Set(classified()).size);
  });

  it('gives what the access table and the privilege table allow, and nothing else', () => {
    expect(judge(walks)).toEqual([]);
  });

  it('answers, or refuses in its own words, whoever asks', () => {
    const failures = walks.flatMap(({ viewer, entry, found }) =>
      [...new Set(found.failures)].map((failure): [string, RoleViewer] => [`${entry}: ${failure}`, viewer]),
    );
    expect(gathered(failures)).toEqual([]);
  });

  it('shows no text of the scene anywhere to those who may not see what has it', () => {
    const leaks = walks.flatMap(({ viewer, entry, found }) =>
      canaries
        .filter(({ text }) => found.text.includes(text))
        .filter(({ of }) => !of.some((thing) => holds(viewer, `see ${thing}` as Claim)))
        .map(({ text, of }): [string, RoleViewer] => [`${entry} shows ${of}, as "${text}", to`, viewer]),
    );
    expect(gathered(leaks)).toEqual([]);
    for (const { text } of canaries) {
      expect([text, walks.some(({ found }) => found.text.includes(text))]).toEqual([text, !hidden.has(text)]);
    }
  });

  it('is shown to somebody, but for what only a mutation or a subscription tells, and what the scene has not', () => {
    const seen = new Set(
      walks.flatMap(({ found }) => [...found.seen.values()].map(({ coordinate }) => coordinate)),
    );
    const never = coordinates().filter((one) => !seen.has(one) && !isList(one));
    expect(never.toSorted()).toEqual(Object.values(unseen).join(' ').split(' ').toSorted());
  });
});

describe('[R24] [R26] [R28] [R32] every change and every subscription, by introspection, as every role from everywhere', () => {
  it('is in the tables', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const lost = mutations.filter((name) => !(name in claimsOfMutations));
    expect(lost.map((name) => `say in tests/proof/access/changes.ts who may ${name}`)).toEqual([]);
    const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
    expect(subscriptions.toSorted()).toEqual(Object.keys(claimsOfSubscriptions).toSorted());
  });

  it('is let or refused as the access table and the privilege table say', async () => {
    const wrong: [string, RoleViewer][] = [];
    for (const { mutation, input, refusals } of tries(scene, records)) {
      for (const viewer of viewers) {
        const answer = await attempt(viewer, mutation, await input(viewer));
        const may = holds(viewer, claimsOfMutations[mutation] ?? 'within');
        const refused = ['NotFound', 'NotAllowed', ...refusals].includes(answer);
        if (refused === may || answer.startsWith('['))
          wrong.push([`${mutation} answers ${answer} to`, viewer]);
      }
    }
    expect(gathered(wrong)).toEqual([]);
  }, 120_000);

  it('is heard by those alone who may subscribe and see', async () => {
    const heard = await hearNews(scene, viewers);
    const wrong = heard.flatMap(({ viewer, subscription, refused, news }): [string, RoleViewer][] => {
      const [privilege, ...sights] = (claimsOfSubscriptions[subscription] ?? []).map((claim) =>
        holds(viewer, claim),
      );
      const sees = sights.every(Boolean);
      if (refused) return privilege && sees ? [[`${subscription} is refused to`, viewer]] : [];
      if (!privilege) return [[`${subscription} IS OPEN TO`, viewer]];
      const told = news === (sees && newsOf.includes(subscription));
      return told ? [] : [[`${subscription} ${news ? 'TELLS' : 'does not tell'}`, viewer]];
    });
    expect(gathered(wrong)).toEqual([]);
  }, 60_000);
});
