import type { Client } from 'pg';
import { decodeGlobalId } from '../handoff.ts';
import { percentile } from '../harness/figures.ts';
import type { SignIn } from '../service/sign-in.ts';
import type { Ours } from '../service/start-ours.ts';
import { clock, type Told } from './client-messages.ts';
import type { Follower } from './make-people.ts';
import { type Memory, memoryOf } from './memory-of.ts';
import { newestCursor, publishTasks } from './publish.ts';
import type { Subscribers } from './start-subscribers.ts';
import { type Selection, subscription } from './subscription.ts';

/** What live figures are measured with. */
export type LiveArena = {
  client: Client;
  signIn: SignIn;
  service: Ours;
  subscribers: Subscribers;
  followers: readonly Follower[];
};

/** What idle sockets take, each subscribed, in bytes of the service's process. */
export type IdleFigures = { sockets: number; before: Memory; after: Memory; openedASecond: number };

/** When the first, the median and the last were told after the commit, in milliseconds. */
export type FanOutFigures = {
  subscribers: number;
  selection: Selection;
  first: number;
  median: number;
  last: number;
};

/** How long after their commits events were told at a steady pace, in milliseconds. */
export type PaceFigures = {
  subscribers: number;
  selection: Selection;
  aSecond: number;
  p50: number;
  p99: number;
};

/** How long a replay took until its last event had come, in milliseconds. */
export type ReplayFigures = { events: number; selection: Selection; took: number };

/** Opens sockets, each subscribed as somebody else, from a cursor on. */
async function open(
  { signIn, service, subscribers, followers }: LiveArena,
  count: number,
  selection: Selection,
  after: string,
): Promise<void> {
  const tokens = await Promise.all(
    followers.slice(0, count).map(({ username }) => signIn.tokenFor(username)),
  );
  await subscribers.open({ url: service.url, query: subscription(selection), after, tokens });
}

/** Opens sockets, and waits until each has been told something once: it is subscribed then. */
async function follow(arena: LiveArena, count: number, selection: Selection): Promise<void> {
  const { client, subscribers, followers } = arena;
  await open(arena, count, selection, await newestCursor(client));
  await subscribers.forget();
  await publishTasks(client, followers.slice(0, count));
  await subscribers.toldSoOften(count);
}

/** Measures what idle subscribed sockets take. They are left open. */
export async function measureIdle(arena: LiveArena, sockets: number): Promise<IdleFigures> {
  const warm = Math.min(200, sockets);
  await follow(arena, warm, 'ids');
  await arena.subscribers.close();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = await memoryOf(arena.service);
  const since = clock();
  await open(arena, sockets, 'ids', await newestCursor(arena.client));
  const openedASecond = (sockets * 1_000) / (clock() - since);
  await arena.subscribers.forget();
  await publishTasks(arena.client, arena.followers.slice(0, sockets));
  await arena.subscribers.toldSoOften(sockets, 120);
  return { sockets, before, after: await memoryOf(arena.service), openedASecond };
}

/** Measures how long one commit takes to reach everybody it concerns: so many people, a task of each. */
export async function measureFanOut(
  arena: LiveArena,
  { subscribers: count, selection, rounds }: { subscribers: number; selection: Selection; rounds: number },
): Promise<FanOutFigures[]> {
  const { subscribers, client, followers } = arena;
  await follow(arena, count, selection);
  const figures: FanOutFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await subscribers.forget();
    const committed = await publishTasks(client, followers.slice(0, count));
    const waits = (await subscribers.toldSoOften(count)).map(({ at }) => at - committed);
    const figure = (percent: number) => percentile(waits, percent);
    figures.push({
      subscribers: count,
      selection,
      first: Math.min(...waits),
      median: figure(50),
      last: figure(100),
    });
  }
  await subscribers.close();
  return figures;
}

/** Measures how long each event takes to reach the one whom it concerns, at so many commits a second. */
export async function measurePace(
  arena: LiveArena,
  options: { subscribers: number; selection: Selection; aSecond: number; seconds: number },
): Promise<PaceFigures> {
  const { subscribers: count, selection, aSecond, seconds } = options;
  const { subscribers, client, followers } = arena;
  await follow(arena, count, selection);
  await subscribers.forget();
  const commits = new Map<string, number[]>();
  const began = clock();
  const atOnce = 5;
  for (let sent = 0; sent < aSecond * seconds; sent += atOnce) {
    const wait = began + (sent * 1_000) / aSecond - clock();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const concerned = Array.from({ length: atOnce }, (_, at) => followers[(sent + at) % count]).filter(
      (follower) => follower !== undefined,
    );
    const committed = await publishTasks(client, concerned);
    for (const { taskId } of concerned) commits.set(taskId, [...(commits.get(taskId) ?? []), committed]);
  }
  const waits = (await subscribers.toldSoOften(aSecond * seconds)).map(
    ({ at, text }) => at - (commits.get(taskOf(text))?.shift() ?? Number.NaN),
  );
  await subscribers.close();
  return { subscribers: count, selection, aSecond, p50: percentile(waits, 50), p99: percentile(waits, 99) };
}

/** Measures how long one subscriber that was away takes to be told so many events. */
export async function measureReplay(
  arena: LiveArena,
  { events, selection }: { events: number; selection: Selection },
): Promise<ReplayFigures> {
  const { subscribers, client, followers } = arena;
  const [follower] = followers;
  if (follower === undefined) throw new Error('nobody is there to be told');
  const after = await newestCursor(client);
  await publishTasks(
    client,
    Array.from({ length: events }, () => follower),
  );
  await subscribers.forget();
  const since = clock();
  await open(arena, 1, selection, after);
  const told: Told[] = await subscribers.toldSoOften(events, 120);
  await subscribers.close();
  return { events, selection, took: Math.max(...told.map(({ at }) => at)) - since };
}

/** The id of the task that was told of, as the database has it. */
function taskOf(text: string): string {
  const { payload } = JSON.parse(text);
  return decodeGlobalId(payload.data.homepageTaskChanged.homepageTask.id)?.id ?? '';
}
