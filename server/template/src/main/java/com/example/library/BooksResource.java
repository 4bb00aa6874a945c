package com.example.library;

import com.example.library.api.BooksApi;
import com.example.library.model.Book;
import com.example.library.model.BookPage;
import com.example.library.model.Genre;
import com.example.library.model.NewBook;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books of the library, in memory. What a request may say is checked before it comes here. */
public final class BooksResource implements BooksApi {

    private final SortedMap<Long, Book> books = new TreeMap<>();
    private long lastId;

    @Override
    public synchronized BookPage listBooks(Genre genre, Integer limit, Integer offset) {
        List<Book> all = books.values().stream()
                .filter(book -> genre == null || book.getGenre() == genre)
                .toList();
        List<Book> page = all.stream().skip(offset).limit(limit).toList();
        return new BookPage().items(page).total(all.size());
    }

    @Override
    public synchronized Book addBook(NewBook request) {
        refuseTaken(request.getIsbn(), 0);
        Book book = book(++lastId, request);
        books.put(book.getId(), book);
        return book;
    }

    @Override
    public synchronized Book getBook(Long bookId) {
        Book book = books.get(bookId);
        if (book == null) {
            throw new NotFoundException("No book has the id " + bookId + ".");
        }
        return book;
    }

    @Override
    public synchronized Book replaceBook(Long bookId, NewBook request) {
        getBook(bookId);
        refuseTaken(request.getIsbn(), bookId);
        Book book = book(bookId, request);
        books.put(bookId, book);
        return book;
    }

    @Override
    public synchronized void removeBook(Long bookId) {
        getBook(bookId);
        books.remove(bookId);
    }

    private void refuseTaken(String isbn, long except) {
        for (Book book : books.values()) {
            if (book.getIsbn().equals(isbn) && book.getId() != except) {
                throw new ClientErrorException("Book " + book.getId() + " has the ISBN " + isbn + ".", Status.CONFLICT);
            }
        }
    }

    private static Book book(long id, NewBook request) {
        return new Book(id, request.getTitle(), request.getAuthor(), request.getIsbn())
                .published(request.getPublished())
                .genre(request.getGenre());
    }
}
