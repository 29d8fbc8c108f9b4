import { dirname, join } from 'node:path'

/** `test` gives up durability for speed: only for clusters that are thrown away. */
export type Profile = 'durable' | 'test'

// Sized for an office machine of 2 cores that does other work as well; a bureau that outgrows them sets DATABASE_URL.
const always = {
  listen_addresses: '',
  shared_buffers: '256MB',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '2GB',
  random_page_cost: '1.1',
  huge_pages: 'off',
  wal_compression: 'on',
  min_wal_size: '160MB',
  max_wal_size: '1GB',
  password_encryption: 'scram-sha-256',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // The log stays on disk in the clear, so no statement, parameter or key value of a person gets into it.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

const byProfile = {
  durable: {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    // Who came in and who changed the structure, a file a day: kept for over a year (互联网政务应用安全管理规定 第二十条).
    logging_collector: 'on',
    log_filename: 'postgres-%Y-%m-%d.log',
    log_rotation_age: '1d',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_connections: 'authentication,authorization',
    log_disconnections: 'on',
    log_statement: 'ddl',
    log_checkpoints: 'off',
  },
  test: {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_connections: '200',
    shared_buffers: '128MB',
  },
}

/** Beside the data folder, where the server may look but not write. */
export const archivedFolder = (data: string): string => join(dirname(data), 'archived')

/**
 * The server itself copies nothing: its command only waits a moment for our word that a segment is sealed and safe, and until then the
 * segment stays where it is. A path relative to the data folder needs no quoting, whatever the home is called.
 */
export const archiving = {
  archive_mode: 'on',
  archive_timeout: '300',
  archive_command: 'n=0; until test -e ../archived/%f; do n=$((n+1)); test $n -gt 50 && exit 1; sleep 0.1; done',
}

/** Given on the command line: they hold whatever stands in the cluster's own files. */
export function serverArguments(profile: Profile, paths: Record<string, string>): string[] {
  const settings = { ...always, ...byProfile[profile], ...paths }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
