package main

import (
	"encoding/json"
	"net/http"
	"strconv"
)

// What the control port tells; see bench/README.md.
type stats struct {
	Calls    map[string]int64 `json:"calls"`
	Open     int64            `json:"open"`
	Peak     int64            `json:"peak"`
	Refused  int64            `json:"refused"`
	Limit    int64            `json:"limit"`
	Released int              `json:"released,omitempty"`
}

func controlOf(s *service) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, s.stats())
	})
	mux.HandleFunc("POST /release", func(w http.ResponseWriter, r *http.Request) {
		released := s.runs.release(r.URL.Query().Get("prefix"))
		now := s.stats()
		now.Released = released
		answer(w, now)
	})
	mux.HandleFunc("POST /reset", func(w http.ResponseWriter, _ *http.Request) {
		s.reset()
		answer(w, s.stats())
	})
	mux.HandleFunc("POST /limit", func(w http.ResponseWriter, r *http.Request) {
		limit, err := strconv.Atoi(r.URL.Query().Get("n"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.polls.limit.Store(int64(limit))
		answer(w, s.stats())
	})
	return mux
}

func answer(w http.ResponseWriter, now stats) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(now)
}
