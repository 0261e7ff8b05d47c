/* The order of what a search finds: who looks for a word wants to use it first, and to prove it last. */
const PLACES = { guide: 12, learn: 12, reference: 8, explanations: 6, promises: -4, decisions: -10 };

var Scorer = {
  score: ([place, , , , score]) => score + (PLACES[place.split("/")[0]] ?? 0),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
