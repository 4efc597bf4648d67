package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// How long a server may take to accept a connection.
const dialPatience = 10 * time.Second

// An httpCaller is one HTTP/1.1 connection that is kept alive.
type httpCaller struct {
	conn     net.Conn
	reader   *bufio.Reader
	host     string
	dialect  dialect
	patience time.Duration
	gone     atomic.Bool
}

func newHTTPCaller(target string, dialect dialect, patience time.Duration) (*httpCaller, error) {
	conn, err := net.DialTimeout("tcp", target, dialPatience)
	if err != nil {
		return nil, err
	}
	reader := bufio.NewReaderSize(conn, 1024)
	return &httpCaller{conn: conn, reader: reader, host: target, dialect: dialect, patience: patience}, nil
}

func (c *httpCaller) do(op, id string) error {
	_, err := c.send(c.dialect.request(op, id))
	return err
}

func (c *httpCaller) wait(id string) (string, error) {
	token := ""
	for {
		request := c.dialect.result(id, token)
		status, body, err := c.exchange(request)
		if err != nil {
			return "", err
		}
		if status >= 300 {
			return "", refusal{status, body}
		}
		result, next, done := c.dialect.ending(status, body)
		if done {
			return result, nil
		}
		token = next
	}
}

// get asks for a path as it is, for health probes.
func (c *httpCaller) get(path string) error {
	_, err := c.send(httpRequest{method: "GET", path: path})
	return err
}

func (c *httpCaller) hangUp() {
	c.gone.Store(true)
	_ = c.conn.Close()
}

func (c *httpCaller) send(request httpRequest) (string, error) {
	status, body, err := c.exchange(request)
	switch {
	case err != nil:
		return "", err
	case status >= 300:
		return "", refusal{status, body}
	case !strings.Contains(body, request.contains):
		return "", fmt.Errorf("%w: %.200s", errWrong, body)
	}
	return body, nil
}

func (c *httpCaller) exchange(request httpRequest) (int, string, error) {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s HTTP/1.1\r\nHost: %s\r\n", request.method, request.path, c.host)
	if request.wait != "" {
		fmt.Fprintf(&text, "Prefer: wait=%s\r\n", request.wait)
	}
	if request.body != "" {
		fmt.Fprintf(&text, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(request.body))
	}
	text.WriteString("\r\n")
	text.WriteString(request.body)
	_ = c.conn.SetDeadline(time.Now().Add(c.patience))
	if _, err := io.WriteString(c.conn, text.String()); err != nil {
		return 0, "", err
	}
	response, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return 0, "", err
	}
	body, err := io.ReadAll(response.Body)
	return response.StatusCode, string(body), err
}
