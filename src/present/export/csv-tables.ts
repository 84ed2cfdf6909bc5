// The three tables of `export --csv`: budgets by year, KPIs by year, projects by listing.
import type { Repository } from '../../data/repository.ts';
import type { Day } from '../../ports/clock.ts';
import { budgetsTable } from './budgets-table.ts';
import type { Table } from './csv.ts';
import { kpisTable } from './kpis-table.ts';
import { projectsTable } from './projects-table.ts';

/** The files of the export, by name. */
export function csvTables(repository: Repository, asOf: Day): Record<string, Table> {
  return {
    'projects.csv': projectsTable(repository),
    'budgets.csv': budgetsTable(repository),
    'kpis.csv': kpisTable(repository, asOf),
  };
}
