import type { Person } from '../../src/generated/prisma/client.ts';
import type { Database } from '../../src/platform/database.ts';

/** What of a person record says something of the person. */
const telling = [
  'givenName',
  'middleNames',
  'familyName',
  'birthDate',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'city',
  'postalCode',
  'sin',
  'healthCardNumber',
] as const satisfies (keyof Person)[];

/** All that the database knows of its clients, in lower case: names, birth dates, numbers, addresses. */
export async function clientFacts(database: Database): Promise<string[]> {
  const people = await database.person.findMany();
  const facts = people.flatMap((person) =>
    telling.flatMap((field) => {
      const value = person[field];
      if (value === null) return [];
      return [value instanceof Date ? value.toISOString().slice(0, 10) : value.trim().toLowerCase()];
    }),
  );
  return [...new Set(facts)].filter((fact) => fact.length > 1);
}

/** The audit trail as one text in lower case, without its ids and times, in which any letters can come together. */
export async function trailText(database: Database): Promise<string> {
  const events = await database.auditEvent.findMany();
  return JSON.stringify(
    events.map(({ action, outcome, entityType, details }) => [action, outcome, entityType, details]),
  )
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .toLowerCase();
}
