import pg from 'pg';

/** The role that the service runs as can still do what it must not. */
export class ServiceRoleTooMighty extends Error {
  override readonly name = 'ServiceRoleTooMighty';
}

/** What the service only adds to: the audit trail and its chain (D14). */
const appendOnly = ['"AuditEvent"', '"AuditSeal"'];

/**
 * Lets the role that the service runs as do what the service does, and no more: it owns nothing, so it can neither change the
 * tables nor switch their triggers off, and of the audit trail it can only read and add (D14). May run again at any time, also
 * several at once.
 * @param urls.owner a postgres:// URL of the role that the migrations are applied as. @param urls.service that of the service.
 * @throws ServiceRoleTooMighty where the service's role could change the audit trail all the same.
 */
export async function grantServiceRole(urls: { owner: string; service: string }): Promise<void> {
  const role = await roleOf(urls.service);
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    const service = pg.escapeIdentifier(role);
    await client.query(`BEGIN; ${grants(service)}; COMMIT`);
    const { rows } = await client.query<{ table: string }>(
      `SELECT table_name AS "table" FROM unnest($2::text[]) AS table_name
        WHERE has_table_privilege($1, table_name, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
           OR pg_has_role($1, (SELECT relowner FROM pg_class WHERE oid = table_name::regclass), 'MEMBER')`,
      [role, appendOnly],
    );
    if (rows.length > 0) {
      throw new ServiceRoleTooMighty(
        `The role ${role} of DATABASE_URL can change ${rows.map(({ table }) => table).join(' and ')}: it is a superuser, owns ` +
          'them, or is a member of the role that does. Give DATABASE_URL a role of its own.',
      );
    }
  } finally {
    await client.end();
  }
}

/** One at a time: two that grant at once would break on each other. */
function grants(service: string): string {
  return [
    `SELECT pg_advisory_xact_lock(hashtextextended('handoff: grant the service its rights', 0))`,
    `GRANT USAGE ON SCHEMA public, pgboss TO ${service}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${service}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${service}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, pgboss TO ${service}`,
    `REVOKE UPDATE, DELETE ON ${appendOnly.join(', ')} FROM ${service}`,
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${service}`,
  ].join('; ');
}

/** The role that a URL signs in as; a pooler may know it by another name. */
async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  } finally {
    await client.end();
  }
}
