package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

const (
	order = `{"orderId":"A-10023","customer":"Zoë Müller","lines":[{"sku":"T-1","quantity":2,"price":19.90},{"sku":"T-2","quantity":1,"price":90.10}],"express":true}`
	paid  = `{"amount":129.90,"currency":"EUR"}`
)

// An httpRequest is one request and what its answer must contain.
type httpRequest struct {
	method, path, body, wait string
	contains                 string
}

// A dialect is how an HTTP contender wants to be asked.
type dialect interface {
	request(op, id string) httpRequest
	// result asks for the ending; token is what the answer before said.
	result(id, token string) httpRequest
	// ending reads the answer: what the execution returned, or the token to ask again with.
	ending(status int, body string) (result, token string, done bool)
}

// The API of this gateway, which the wrappers in bench/fastapi and bench/naive follow.
type rest struct{}

func (rest) request(op, id string) httpRequest {
	path := "/workflows/" + id
	switch op {
	case "start":
		body := `{"workflowType":"Order","taskQueue":"orders","workflowId":"` + id + `","input":` + order + `}`
		return httpRequest{method: "POST", path: "/workflows", body: body, contains: id}
	case "describe":
		return httpRequest{method: "GET", path: path, contains: id}
	case "signal":
		return httpRequest{method: "POST", path: path + "/signals/paid", body: `{"input":` + paid + `}`}
	case "query":
		return httpRequest{method: "POST", path: path + "/queries/total", body: `{"input":` + paid + `}`, contains: id}
	}
	panic("unknown operation " + op)
}

func (rest) result(id, _ string) httpRequest {
	return httpRequest{method: "GET", path: "/workflows/" + id + "/result", wait: "50"}
}

func (rest) ending(status int, body string) (string, string, bool) {
	return body, "", status == 200
}

// The API that comes with go.temporal.io/api.
type proxy struct{}

func (proxy) request(op, id string) httpRequest {
	path := "/api/v1/namespaces/default/workflows/" + id
	switch op {
	case "start":
		body := `{"workflowType":{"name":"Order"},"taskQueue":{"name":"orders"},"requestId":"` + id + `","input":[` + order + `]}`
		return httpRequest{method: "POST", path: path, body: body, contains: "runId"}
	case "describe":
		return httpRequest{method: "GET", path: path, contains: id}
	case "signal":
		return httpRequest{method: "POST", path: path + "/signal/paid", body: `{"requestId":"` + id + `","input":[` + paid + `]}`}
	case "query":
		return httpRequest{method: "POST", path: path + "/query/total", body: `{"query":{"queryArgs":[` + paid + `]}}`, contains: id}
	}
	panic("unknown operation " + op)
}

func (proxy) result(id, token string) httpRequest {
	path := "/api/v1/namespaces/default/workflows/" + id + "/history?waitNewEvent=true" +
		"&historyEventFilterType=HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT"
	if token != "" {
		path += "&nextPageToken=" + url.QueryEscape(token)
	}
	return httpRequest{method: "GET", path: path}
}

func (proxy) ending(_ int, body string) (string, string, bool) {
	var page struct {
		History struct {
			Events []struct {
				Completed *struct {
					Result []json.RawMessage `json:"result"`
				} `json:"workflowExecutionCompletedEventAttributes"`
			} `json:"events"`
		} `json:"history"`
		NextPageToken string `json:"nextPageToken"`
	}
	if err := json.Unmarshal([]byte(body), &page); err != nil {
		return fmt.Sprintf("%.200s", body), "", true
	}
	for _, event := range page.History.Events {
		if event.Completed != nil && len(event.Completed.Result) > 0 {
			return string(event.Completed.Result[0]), "", true
		}
	}
	return "", page.NextPageToken, false
}

// answers tells whether a result is the one of this execution.
func answers(result, id string) bool {
	return strings.Contains(result, `"`+id+`"`)
}
