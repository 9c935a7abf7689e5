import { GraphQLError, GraphQLScalarType } from 'graphql';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';

/** Years of four digits, which everything that reads and writes dates takes alike. */
const [firstYear, lastYear] = [1000, 9999];

/** Takes what the scalar takes, within the calendar; an offset can lead out of it. */
function withinCalendar<Written>(scalar: GraphQLScalarType<Date, Written>): GraphQLScalarType<Date, Written> {
  const checked = (date: Date): Date => {
    const year = date.getUTCFullYear();
    if (year >= firstYear && year <= lastYear) return date;
    throw new GraphQLError(`${scalar.name} cannot represent a year before 1000 or after 9999.`);
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => checked(scalar.parseValue(value)),
    parseLiteral: (node, variables) => checked(scalar.parseLiteral(node, variables)),
  });
}

/** `Date`: a calendar day, YYYY-MM-DD, of the years 1000 to 9999. */
export const calendarDay = withinCalendar(DateResolver);

/** `DateTime`: an instant, RFC 3339, of the years 1000 to 9999. */
export const calendarInstant = withinCalendar(DateTimeResolver);
