/** What gives away what the service is made of. None of it is in what the tests send. */
export const insides =
  /prisma|violates|constraint|SQLSTATE|node_modules|\.ts:\d+|(relation|column|table|type|function) \S+ does not exist|syntax error at|invalid input syntax|byte sequence/i;
