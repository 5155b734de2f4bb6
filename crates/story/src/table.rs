//! Tables of tab-separated values as this crate is handed them: as text, for it opens no files.

/// The cells of some columns, a row a line; lines that begin with `#` are comments.
///
/// # Errors
/// A column that is missing; names the table and the column.
pub(crate) fn rows<'t, const N: usize>(
    name: &str,
    text: &'t str,
    columns: [&str; N],
) -> Result<Vec<[&'t str; N]>, String> {
    let mut lines = text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut at = [0; N];
    for (at, column) in at.iter_mut().zip(columns) {
        let found = header.iter().position(|cell| *cell == column);
        *at = found.ok_or_else(|| format!("{name}: column {column} is missing"))?;
    }
    let cells = |line: &'t str| {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        at.map(|i| cells.get(i).copied().unwrap_or_default())
    };
    Ok(lines.map(cells).collect())
}
