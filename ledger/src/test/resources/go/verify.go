// Command verify checks a published log with Go's own transparency log libraries.
// Usage: verify LOG-DIRECTORY VKEY [OLDER-CHECKPOINT | RECEIPT.tlog-proof]...
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type directory string

func (d directory) Height() int                                { return 8 }
func (d directory) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := d.read(t)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (d directory) read(t tlog.Tile) ([]byte, error) {
	path := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
	path = strings.Replace(path, "tile/data/", "tile/entries/", 1)
	return os.ReadFile(filepath.Join(string(d), path))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func open(data []byte, key note.Verifier) tlog.Tree {
	n, err := note.Open(data, note.VerifierList(key))
	must(err)
	lines := strings.Split(n.Text, "\n")
	if lines[0] != key.Name() {
		log.Fatalf("origin %q is not key name %q", lines[0], key.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func entries(d directory, size int64) (all [][]byte) {
	for first := int64(0); first < size; first += 256 {
		width := size - first
		if width > 256 {
			width = 256
		}
		data, err := d.read(tlog.Tile{H: 8, L: -1, N: first / 256, W: int(width)})
		must(err)
		for len(data) > 0 {
			length := binary.BigEndian.Uint16(data)
			all = append(all, data[2:2+length])
			data = data[2+length:]
		}
	}
	return all
}

func checkReceipt(data []byte, key note.Verifier) {
	head, checkpoint, _ := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	must(err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err)
		proof = append(proof, hash)
	}
	tree := open(checkpoint, key)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
}

func main() {
	log.SetFlags(0)
	d := directory(os.Args[1])
	key, err := note.NewVerifier(os.Args[2])
	must(err)
	checkpoint, err := os.ReadFile(filepath.Join(string(d), "checkpoint"))
	must(err)
	tree := open(checkpoint, key)
	hashes := tlog.TileHashReader(tree, d)
	all := entries(d, tree.N)
	if int64(len(all)) != tree.N {
		log.Fatalf("%d entries, the tree has %d", len(all), tree.N)
	}
	for i, entry := range all {
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)))
	}
	for _, path := range os.Args[3:] {
		data, err := os.ReadFile(path)
		must(err)
		if strings.HasSuffix(path, ".tlog-proof") {
			checkReceipt(data, key)
			continue
		}
		older := open(data, key)
		proof, err := tlog.ProveTree(tree.N, older.N, hashes)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	}
	fmt.Printf("ok %d\n", tree.N)
}
