import type { Prisma } from '../../src/generated/prisma/client.ts';
import { northPeople } from './north-people.ts';
import { otherPeople } from './other-people.ts';
import { southPeople } from './south-people.ts';
import { valleyPeople } from './valley-people.ts';

/** A case in its manager's office, of program LSI-ENS where none is named; days are counted back from the day of seeding. */
export type SampleCase = {
  number: string;
  manager: string;
  status: 'INTAKE' | 'ASSESSMENT' | 'ACTION_PLAN' | 'FOLLOW_UP' | 'CLOSED';
  openedAgo: number;
  closedAgo?: number;
  program?: string;
  location?: string;
  employmentGoal?: string;
};

/** An invented client with their cases. */
export type SamplePerson = Omit<Prisma.PersonCreateManyInput, 'birthDate'> & {
  birthDate: string;
  cases: SampleCase[];
};

/**
 * All sample clients. Numbers are of the kind never given to anyone: phones 902-555-01xx, SINs that begin with 0 (with a
 * right check digit), health card numbers that begin with 00000.
 */
export const people: SamplePerson[] = [...northPeople, ...southPeople, ...valleyPeople, ...otherPeople];
