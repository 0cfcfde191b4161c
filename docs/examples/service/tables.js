/** The tables, made at each start where they are missing. */
export const statements = [
  // Of several processes that start at once, the others wait for the first.
  `select pg_advisory_xact_lock(7267)`,

  // How often something has changed: an account in a Region, or the stores of all accounts in a Region.
  `create table if not exists revisions (name text primary key, revision bigint not null)`,

  // Stores, keys and aliases. `version`: the form of the body, see entries.js. json keeps every text that AWS allows; jsonb
  // refuses some.
  `create table if not exists entries (
    account text not null,
    region text not null,
    kind text not null,
    id text not null,
    version integer not null,
    body json not null,
    primary key (account, region, kind, id)
  )`,
  `create index if not exists entries_by_region on entries (region, kind)`,

  // Connections and disconnections to be finished.
  `create table if not exists jobs (
    account text not null,
    region text not null,
    store text not null,
    attempt bigint not null,
    leased_until timestamptz not null default '-infinity',
    primary key (account, region, store, attempt)
  )`,
  `create index if not exists jobs_by_lease on jobs (leased_until)`,

  // Requests that were answered, as AWS CloudTrail writes them. `place` and `at` grow together within an account.
  `create table if not exists history (
    place bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    event json not null
  )`,
  `create or replace function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception 'the history only grows'; end $$`,
  `create or replace trigger history_only_grows before update or delete or truncate on history
    for each statement execute function refuse_change()`
]
