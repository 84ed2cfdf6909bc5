// Searches tier after tier within the server: a question waits once for its candidates, and hears of each once.
import { type Kysely, PostgresAdapter, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql.raw(shelfTiers()).execute(db);
}

/** A tier of more lists is planned each time it is asked for. */
const mostPlanned = 6;
/** Tiers of which the next ones are looked at although the first have brought enough: half as many again. */
const together = 3;

/**
 * Records that hold a lexeme of each list of a tier, the first tier's first, until there are enough; each once.
 * `lists`: how many lists each tier has; `sizes`: how many lexemes each list has; `lexemes`: those of all lists.
 */
function shelfTiers(): string {
  const counts = Array.from({ length: mostPlanned }, (_, i) => i + 1);
  const held = (count: number) =>
    counts
      .slice(0, count)
      .map((at) => `s.lex && list_${at}`)
      .join(' and ');
  return `create function shelf_tiers(lists int[], sizes int[], lexemes int[], enough int)
returns setof shelf_search language plpgsql stable as $$
declare
  ${counts.map((at) => `list_${at} int[];`).join(' ')}
  own int[]; whole text; at_list int := 0; at_lexeme int := 0; met int := 0; most int := enough + enough / 2;
  found shelf_search; key bigint; known bigint[] := '{}';
begin
  for tier in 1..coalesce(array_length(lists, 1), 0) loop
    if tier % ${together} = 1 then
      exit when cardinality(known) >= enough;
      met := 0;
    end if;
    whole := '';
    for number in 1..lists[tier] loop
      at_list := at_list + 1;
      own := lexemes[at_lexeme + 1 : at_lexeme + sizes[at_list]];
      at_lexeme := at_lexeme + sizes[at_list];
      case number
        ${counts.map((at) => `when ${at} then list_${at} := own;`).join('\n        ')}
        else null;
      end case;
      if lists[tier] > ${mostPlanned} then whole := whole || format(' and s.lex && %L::int[]', own); end if;
    end loop;
    continue when met >= most;
    case lists[tier]
    ${counts.map((count) => `when ${count} then ${eachFound(`select * from shelf_search s where ${held(count)} limit enough`)}`).join('\n    ')}
    else ${eachFound(`execute format('select * from shelf_search s where true %s limit %s', whole, enough)`)}
    end case;
  end loop;
end $$`;
}

/** Hands each on that no tier before has found. */
function eachFound(query: string): string {
  return `for found in ${query} loop
      exit when met >= most;
      met := met + 1;
      key := found.no::bigint << 32 | found.at::bigint << 3 | found.kind;
      if key <> all (known) then
        known := known || key;
        return next found;
      end if;
    end loop;`;
}
