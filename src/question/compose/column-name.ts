/** `plan/evaluation` → `evaluation`: what a column is called in whichever plan prints it; `settled/plan/settled` → `settled`. */
export function columnName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
