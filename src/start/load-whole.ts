// Loads at start what the running bot would otherwise load later: an update in place may take the files away meanwhile.
// PostgreSQL's client and Socket Mode's are loaded when they connect, which is at start as well.

/** Settles once nothing is left to be read from the program's own files. */
export async function loadWhole(): Promise<void> {
  await import('../present/export/workbook.ts');
}
