import type { Rows } from '../copy.ts';
import { dayAfter, instantAfter } from '../days.ts';
import { drawFor } from '../draw.ts';
import { idOf } from '../ids.ts';
import { familyNames, givenNames } from '../names.ts';
import { ownerOf, type World } from '../world.ts';
import { officesEach } from './organizations.ts';

const statuses = [
  'INTAKE',
  'ASSESSMENT',
  'ASSESSMENT',
  'ACTION_PLAN',
  'ACTION_PLAN',
  'ACTION_PLAN',
  'ACTION_PLAN',
  'FOLLOW_UP',
  'CLOSED',
  'CLOSED',
] as const;

/** Whose case it is: most people have one, a tenth have two. */
export function personOf({ people }: World, caseIndex: number): number {
  return caseIndex < people ? caseIndex : caseIndex - people;
}

/** What the case of this index has drawn. */
function caseDrawn(caseIndex: number): {
  status: (typeof statuses)[number];
  openedAgo: number;
  closedAgo: number;
} {
  const draw = drawFor('case', caseIndex);
  const status = draw.of(statuses);
  const openedAgo = 30 + draw.below(700);
  return { status, openedAgo, closedAgo: draw.below(30) };
}

/** Clients and their cases. */
export function peopleAndCases(world: World): Rows[] {
  const { people, cases, today } = world;
  return [
    {
      table: 'Person',
      columns: [
        'id',
        'givenName',
        'middleNames',
        'familyName',
        'birthDate',
        'email',
        'phone',
        'addressLine1',
        'city',
        'province',
        'postalCode',
        'createdAt',
        'updatedAt',
      ],
      expected: people,
      *rows() {
        for (let index = 0; index < people; index++) {
          const draw = drawFor('person', index);
          const at = instantAfter(today, -800 + draw.below(60), draw.below(86_400));
          yield [
            idOf('person', index),
            givenNames[draw.below(givenNames.length)] ?? '',
            draw.chance(0.3) ? (givenNames[draw.below(givenNames.length)] ?? '') : null,
            familyNames[draw.below(familyNames.length)] ?? '',
            dayAfter(today, -6_600 - draw.below(18_000)),
            draw.chance(0.7) ? `client${index}@mail.example` : null,
            draw.chance(0.8) ? `902-555-01${String(draw.below(100)).padStart(2, '0')}` : null,
            `${1 + draw.below(900)} Shore Road`,
            'Tatamagouche',
            'NS',
            'B0K 1V0',
            at,
            at,
          ];
        }
      },
    },
    {
      table: 'Case',
      columns: [
        'id',
        'number',
        'personId',
        'programId',
        'organizationId',
        'officeId',
        'caseManagerId',
        'agreementId',
        'serviceDeliveryLocationId',
        'status',
        'openedOn',
        'closedOn',
        'employmentGoal',
        'createdAt',
        'updatedAt',
      ],
      expected: cases,
      *rows() {
        for (let index = 0; index < cases; index++) {
          const { organization, manager } = ownerOf(world, index);
          const { status, openedAgo, closedAgo } = caseDrawn(index);
          const at = instantAfter(today, -openedAgo, index % 86_400);
          yield [
            idOf('case', index),
            caseNumber(index),
            idOf('person', personOf(world, index)),
            idOf('program', 0),
            idOf('organization', organization.index),
            idOf('office', organization.index * officesEach + (manager % officesEach)),
            idOf('staff', manager),
            idOf('agreement', organization.index),
            idOf('location', organization.index),
            status,
            dayAfter(today, -openedAgo),
            status === 'CLOSED' ? dayAfter(today, -closedAgo) : null,
            'Continuing care assistant in a long-term care home',
            at,
            at,
          ];
        }
      },
    },
  ];
}

/** Eight digits, not consecutive. */
function caseNumber(index: number): string {
  return String(10_000_000 + ((index * 514_229) % 89_999_981));
}
