<?php
/**
 * Where the dataset and the library are, and what `attested build --static` wrote beside the dataset.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * The settings, with the files that come with the plugin where nothing else was said.
 *
 * @return array{dataset: string, library: string}
 */
function attested_settings() {
	$saved = get_option( 'attested_settings' );
	$saved = is_array( $saved ) ? array_filter( $saved ) : array();
	return array_merge(
		array(
			'dataset' => ATTESTED_URL . 'dist/data/conferences.json',
			'library' => ATTESTED_URL . 'dist/attested.js',
		),
		array_intersect_key( $saved, array_flip( array( 'dataset', 'library' ) ) )
	);
}

/**
 * A file that `attested build --static` wrote, from the folder `static` beside a dataset.
 *
 * @param string $path    Such as `en/event-card/ID.html`.
 * @param string $dataset The dataset's address; the settings' where it is empty.
 * @return string Empty where there is none.
 */
function attested_static_file( $path, $dataset = '' ) {
	$dataset = '' === $dataset ? attested_settings()['dataset'] : $dataset;
	return attested_read( preg_replace( '~[^/]*$~', '', strtok( $dataset, '?#' ) ) . 'static/' . $path );
}

/**
 * Reads a file of this site from its folder, and one of another site through the cache.
 *
 * @param string $url Its address.
 * @return string Empty where it cannot be read.
 */
function attested_read( $url ) {
	foreach ( array(
		ATTESTED_URL           => ATTESTED_DIR,
		content_url( '/' )     => WP_CONTENT_DIR . '/',
	) as $address => $folder ) {
		if ( 0 !== strpos( set_url_scheme( $url ), set_url_scheme( $address ) ) ) {
			continue;
		}
		$file = realpath( $folder . rawurldecode( substr( set_url_scheme( $url ), strlen( set_url_scheme( $address ) ) ) ) );
		$root = realpath( $folder );
		// Only what the command line writes, and nothing outside of the folder.
		if ( $file && 0 === strpos( $file, $root . DIRECTORY_SEPARATOR ) && preg_match( '/\.(html|json)$/', $file ) ) {
			return (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a local file.
		}
		return '';
	}
	$key  = 'attested_' . md5( ATTESTED_VERSION . $url );
	$text = get_transient( $key );
	if ( false === $text ) {
		$answer = wp_safe_remote_get(
			$url,
			array(
				'timeout'             => 3,
				'limit_response_size' => 2 * MB_IN_BYTES,
			)
		);
		$found  = 200 === wp_remote_retrieve_response_code( $answer );
		$text   = $found ? wp_remote_retrieve_body( $answer ) : '';
		// A host that is down must not be asked on every view of every page.
		set_transient( $key, $text, $found ? 12 * HOUR_IN_SECONDS : 5 * MINUTE_IN_SECONDS );
	}
	return (string) $text;
}

/** Forgets what was read from other sites. */
function attested_forget() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no other way to delete transients by their beginning.
	$names = $wpdb->get_col(
		$wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_attested_' ) . '%' )
	);
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

/**
 * The names of a dataset's records.
 *
 * @param string $dataset The dataset's address; the settings' where it is empty.
 * @return array<string, mixed> Empty where there are no static forms.
 */
function attested_index( $dataset = '' ) {
	static $read = array();
	if ( ! isset( $read[ $dataset ] ) ) {
		$index            = json_decode( attested_static_file( 'index.json', $dataset ), true );
		$read[ $dataset ] = isset( $index['attested-static'] ) && 1 === $index['attested-static'] ? $index : array();
	}
	return $read[ $dataset ];
}

/**
 * The language of a dataset's static forms that suits the reader best.
 *
 * @param array<string, mixed> $index The dataset's index.
 * @param string               $lang  A language that was asked for; the site's where it is empty.
 * @return string
 */
function attested_language( $index, $lang = '' ) {
	$languages = isset( $index['languages'] ) ? (array) $index['languages'] : array();
	$wanted    = strtolower( strtok( '' === $lang ? get_bloginfo( 'language' ) : $lang, '-_' ) );
	foreach ( $languages as $language ) {
		if ( strtolower( strtok( $language, '-' ) ) === $wanted ) {
			return $language;
		}
	}
	return $languages ? (string) $languages[0] : '';
}

/**
 * What a record is called.
 *
 * @param string $kind    One of `event`, `claim`, `person`, `organisation`, `source`.
 * @param string $id      Its id.
 * @param string $dataset The dataset's address; the settings' where it is empty.
 * @return string Empty where there is no such record.
 */
function attested_title( $kind, $id, $dataset = '' ) {
	$index = attested_index( $dataset );
	return isset( $index[ $kind ][ $id ] ) ? attested_text( $index[ $kind ][ $id ], attested_language( $index ) ) : '';
}

/**
 * One language of a text that may be written in several.
 *
 * @param string|array<string, string> $text     As datasets have it.
 * @param string                       $language The language wanted.
 * @return string
 */
function attested_text( $text, $language ) {
	if ( ! is_array( $text ) ) {
		return (string) $text;
	}
	return (string) ( isset( $text[ $language ] ) ? $text[ $language ] : reset( $text ) );
}
