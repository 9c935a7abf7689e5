import { drawFor } from './draw.ts';

/** Cases that one case manager has. */
const casesPerManager = 80;

/** Cases of the organization whose people are measured; the same however many cases there are besides. */
const casesMeasured = 1_000;

/** An organization by its place in the world, and which cases are its own, counted in the order of owners. */
export type OrganizationPlan = {
  index: number;
  firstCase: number;
  cases: number;
  firstManager: number;
  managers: number;
};

/** How many of everything there are, and who has what. */
export type World = {
  cases: number;
  people: number;
  organizations: OrganizationPlan[];
  managers: number;
  /** The day that all days are counted from. */
  today: Date;
};

/**
 * Plans the world: the organization measured has {@link casesMeasured} cases, the others share what is left very unevenly:
 * of a hundred two are a hundred times as large as most, and eight ten times.
 * @param cases at least 2,000.
 */
export function planWorld(cases: number, today: Date): World {
  const others = Math.max(20, Math.round(cases / 2_000));
  const weights = Array.from({ length: others }, (_, rank) =>
    rank < others * 0.02 ? 100 : rank < others * 0.1 ? 10 : 1,
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const left = cases - casesMeasured;
  const organizations: OrganizationPlan[] = [];
  let [firstCase, firstManager, weightBefore] = [0, 0, 0];
  const add = (count: number) => {
    const managers = Math.max(1, Math.ceil(count / casesPerManager));
    organizations.push({ index: organizations.length, firstCase, cases: count, firstManager, managers });
    firstCase += count;
    firstManager += managers;
  };
  add(casesMeasured);
  for (const weight of weights) {
    const until = Math.round((left * (weightBefore + weight)) / whole);
    weightBefore += weight;
    add(casesMeasured + until - firstCase);
  }
  return { cases, people: Math.ceil(cases * 0.9), organizations, managers: firstManager, today };
}

/** Who manages the case of this index: cases of one owner are spread over the whole table, as in life. */
export function ownerOf(
  world: World,
  caseIndex: number,
): { organization: OrganizationPlan; manager: number } {
  const place = spread(caseIndex, world.cases);
  const organization = organizationAt(world, place);
  const manager = organization.firstManager + Math.floor((place - organization.firstCase) / casesPerManager);
  return { organization, manager };
}

/** Another organization than this one, large ones more often. */
export function otherOrganization(
  world: World,
  organization: OrganizationPlan,
  index: number,
): OrganizationPlan {
  const found = organizationAt(world, drawFor('order', index).below(world.cases));
  if (found !== organization) return found;
  return world.organizations[(organization.index + 1) % world.organizations.length] ?? found;
}

/** A permutation of 0 … size - 1. */
function spread(index: number, size: number): number {
  let step = 514_229;
  while (divisor(step, size) !== 1) step++;
  return (index * step) % size;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function organizationAt({ organizations }: World, place: number): OrganizationPlan {
  let [low, high] = [0, organizations.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((organizations[middle]?.firstCase ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const found = organizations[low];
  if (found === undefined) throw new Error('there is no organization');
  return found;
}
