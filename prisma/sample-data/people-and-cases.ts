import { northPeople } from './north-people.ts';
import { otherPeople } from './other-people.ts';
import type { SamplePerson } from './sample-person.ts';
import { southPeople } from './south-people.ts';
import { valleyPeople } from './valley-people.ts';

/**
 * All sample clients. Numbers are of the kind never given to anyone: phones 902-555-01xx, SINs that begin with 0 (with a
 * right check digit), health card numbers that begin with 00000.
 */
export const people: SamplePerson[] = [...northPeople, ...southPeople, ...valleyPeople, ...otherPeople];
