import type { Prisma } from '../../src/generated/prisma/client.ts';

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
