// The three tables of `export --csv`: budgets by year, KPIs by year, projects by listing.
import type { Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import type { Table } from './csv.ts';
import { budgetsTable } from './export/budgets-table.ts';
import { kpisTable } from './export/kpis-table.ts';
import { projectsTable } from './export/projects-table.ts';

/** The files of the export, by name. */
export function csvTables(repository: Repository, asOf: Day): Record<string, Table> {
  return {
    'projects.csv': projectsTable(repository),
    'budgets.csv': budgetsTable(repository),
    'kpis.csv': kpisTable(repository, asOf),
  };
}
