// Choosing a card shows the words of its record. A word with a Wikidata id opens it on double click.
const roles = ["content", "source", "actor", "recipient", "verbatim", "cue", "trigger"];
let chosen = null;
function clear(article) {
  article.querySelectorAll("[data-r]").forEach(run => run.classList.remove(...roles.map(r => "r-" + r)));
  article.querySelectorAll(".card").forEach(card => card.setAttribute("aria-pressed", "false"));
}
document.addEventListener("click", event => {
  const card = event.target.closest(".card");
  if (!card) return;
  if (chosen) clear(chosen.closest("article"));
  if (chosen === card) { chosen = null; return; }
  chosen = card;
  card.setAttribute("aria-pressed", "true");
  card.closest("article").querySelectorAll("[data-r]").forEach(run => {
    for (const mark of run.dataset.r.split(" ")) {
      const [id, role] = mark.split(":");
      if (id === card.dataset.id) run.classList.add("r-" + role);
    }
  });
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && chosen) { clear(chosen.closest("article")); chosen = null; }
});
document.addEventListener("dblclick", event => {
  const mention = event.target.closest("[data-q]");
  if (mention) window.open(mention.dataset.q, "_blank", "noopener");
});
